import { create } from 'zustand';
import { openDockTab } from './dockState.ts';

export interface ScriptLine {
  script: string;
  /** Counted from 1. */
  line: number;
}

/** The line that the script tab shall show, until it has: its editor is loaded when it is first opened. */
export const useScriptPlace = create<{ wanted: ScriptLine | null }>(() => ({ wanted: null }));

/** Opens the script of the selected node at a line. */
export function openScriptLine(wanted: ScriptLine): void {
  useScriptPlace.setState({ wanted });
  openDockTab('script');
}
