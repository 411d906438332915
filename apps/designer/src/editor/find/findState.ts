import { create } from 'zustand';
import { openDockTab } from '../dock/dockState.ts';

/**
 * What is looked for and which of what was found is the current one; kept while the tab is closed. `asked` counts up whenever the field shall have
 * the focus.
 */
export const useFind = create<{ query: string; everywhere: boolean; current: number; asked: number }>(() => ({
  query: '',
  everywhere: false,
  current: 0,
  asked: 0,
}));

export function openFind(): void {
  openDockTab('find');
  useFind.setState(({ asked }) => ({ asked: asked + 1 }));
}
