import { FolderOpen, ListFilter, Pencil, Pin, SquareCheck, SquareX, Trash2 } from 'lucide-react';
import type { CommandEntry } from '../commands/index.ts';

export interface RunsTools {
  /** The simulation whose row has the focus. */
  focused(): string | null;
  chosen: readonly string[];
  isNarrowed: boolean;
  openFile(): void;
  rename(id: string): void;
  keep(id: string): void;
  remove(ids: readonly string[]): void;
  chooseShown(): void;
  chooseNone(): void;
  showAll(): void;
}

const GROUP = { group: 'Simulations', scope: 'simulations' } as const;

/** For the simulation whose row has the focus. */
function forFocused(act: (tools: RunsTools, id: string) => void): Pick<CommandEntry<RunsTools>, 'when' | 'run'> {
  return {
    when: ({ focused }) => focused() !== null,
    run(tools) {
      const id = tools.focused();
      if (id !== null) act(tools, id);
    },
  };
}

export const RUNS_COMMANDS: readonly CommandEntry<RunsTools>[] = [
  { ...GROUP, id: 'runs.open-file', title: 'Open the file of a simulation', icon: FolderOpen, run: (tools) => tools.openFile() },
  { ...GROUP, id: 'runs.rename', title: 'Rename the simulation', icon: Pencil, keys: ['F2'], ...forFocused((tools, id) => tools.rename(id)) },
  { ...GROUP, id: 'runs.keep', title: 'Keep the simulation, or not', icon: Pin, ...forFocused((tools, id) => tools.keep(id)) },
  {
    ...GROUP,
    id: 'runs.delete',
    title: 'Delete the simulation',
    titleIn: ({ chosen }) => (chosen.length > 0 ? `Delete ${chosen.length} chosen` : 'Delete the simulation'),
    icon: Trash2,
    keys: ['Mod+Delete'],
    isDanger: true,
    when: ({ chosen, focused }) => chosen.length > 0 || focused() !== null,
    run(tools) {
      const id = tools.focused();
      if (tools.chosen.length > 0) tools.remove(tools.chosen);
      else if (id !== null) tools.remove([id]);
    },
  },
  { ...GROUP, id: 'runs.choose-shown', title: 'Choose all simulations shown', icon: SquareCheck, run: (tools) => tools.chooseShown() },
  {
    ...GROUP,
    id: 'runs.choose-none',
    title: 'Choose no simulation',
    icon: SquareX,
    when: ({ chosen }) => chosen.length > 0,
    run: (tools) => tools.chooseNone(),
  },
  {
    ...GROUP,
    id: 'runs.show-all',
    title: 'Show all simulations',
    icon: ListFilter,
    when: (tools) => tools.isNarrowed,
    run: (tools) => tools.showAll(),
  },
];
