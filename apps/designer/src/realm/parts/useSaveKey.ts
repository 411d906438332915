import { Save } from 'lucide-react';
import { type CommandEntry, useCommands } from '../../commands/index.ts';

const SAVE: readonly CommandEntry<() => void>[] = [
  { id: 'realm.save', title: 'Save', group: 'Realm', icon: Save, keys: ['Mod+S'], scope: 'realm', inDialogs: true, run: (save) => save() },
];

/** Ctrl S or Cmd S saves what is being edited, as in the designer. */
export function useSaveKey(save: () => void): void {
  useCommands(SAVE, save);
}
