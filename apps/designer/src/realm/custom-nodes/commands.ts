import { Redo2, Save, Undo2 } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';

interface Tools {
  undoName: string | undefined;
  redoName: string | undefined;
  undo(): void;
  redo(): void;
  save(): void;
}

const named = (what: string, name: string | undefined) => (name === undefined ? what : `${what}: ${name}`);
/** The type has one history, wherever in its designer the focus is. */
const inDesigner = (target: Element) => target.closest('.custom-node') !== null && target.closest('.cm-panel') === null;

/** What can be done in the designer of a custom node type. */
export const TYPE_COMMANDS: readonly CommandEntry<Tools>[] = [
  {
    id: 'custom.undo',
    title: 'Undo',
    titleIn: ({ undoName }) => named('Undo', undoName),
    group: 'Custom nodes',
    icon: Undo2,
    keys: ['Mod+Z'],
    scope: 'realm',
    whileTyping: inDesigner,
    repeats: true,
    when: ({ undoName }) => undoName !== undefined,
    run: ({ undo }) => undo(),
  },
  {
    id: 'custom.redo',
    title: 'Redo',
    titleIn: ({ redoName }) => named('Redo', redoName),
    group: 'Custom nodes',
    icon: Redo2,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'realm',
    whileTyping: inDesigner,
    repeats: true,
    when: ({ redoName }) => redoName !== undefined,
    run: ({ redo }) => redo(),
  },
  { id: 'custom.save', title: 'Save custom node', group: 'Custom nodes', icon: Save, keys: ['Mod+S'], scope: 'realm', run: ({ save }) => save() },
];
