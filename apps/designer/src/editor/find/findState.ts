import { create } from 'zustand';
import { openDockTab } from '../dock/dockState.ts';

/**
 * What is looked for, and which of what was found is the current one, by its key (null: the first); kept while the tab is closed. `asked` counts up
 * whenever the field shall have the focus.
 */
export const useFind = create<{ query: string; everywhere: boolean; current: string | null; asked: number }>(() => ({
  query: '',
  everywhere: false,
  current: null,
  asked: 0,
}));

export function openFind(): void {
  openDockTab('find');
  useFind.setState(({ asked }) => ({ asked: asked + 1 }));
}
