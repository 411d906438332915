import { START_NODE_ID } from '@tandem/journey';
import { ArrowDown, ArrowUp, Cable, ListMinus, PencilLine, Plus, Settings2, SquareArrowRightEnter, SquareArrowRightExit, Trash2 } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import { announce } from '../../components/index.ts';
import { stepOnPage } from '../pageActions.ts';
import { runAloud } from '../runAloud.ts';
import { bridgeCommand, disconnectCommand, removeChildCommand, removeCommand } from '../store/commands.ts';
import type { EditorStore } from '../store/editorStore.ts';
import type { Kinds } from '../store/nodes.ts';
import { outOfPageCommand } from '../store/pageCommands.ts';
import { pagesFor } from '../store/pagePlaces.ts';
import { type NodeRow, nodeKey, type OutcomeRow, type OutlineRow } from './rows.ts';

export type OutlineDialog =
  | { kind: 'rename'; id: string }
  | { kind: 'connect'; from: string; outcome: string | null }
  | { kind: 'add'; from: { node: string; outcome: string } | null }
  | { kind: 'page'; id: string };

export interface OutlineTools {
  store: EditorStore;
  kinds: Kinds;
  /** The row that has the focus, or had it last. */
  current(): OutlineRow | null;
  openDialog(dialog: OutlineDialog): void;
  openSettings(): void;
  /** Gives the focus to a row as soon as it is there. */
  show(key: string): void;
  /** Opens the menu of the row. */
  menu(): void;
}

const nodeAt = (tools: OutlineTools): NodeRow | null => {
  const row = tools.current();
  return row?.kind === 'node' ? row : null;
};
const outcomeAt = (tools: OutlineTools): OutcomeRow | null => {
  const row = tools.current();
  return row?.kind === 'outcome' ? row : null;
};
/** The row's node when it stands on the canvas, else the one whose outcome it is. */
const placedAt = (tools: OutlineTools): string | null => {
  const row = tools.current();
  if (row?.kind === 'outcome') return row.from;
  return row !== null && row.page === null ? row.id : null;
};

function step(tools: OutlineTools, by: 1 | -1): void {
  const row = nodeAt(tools);
  if (row?.page == null) return;
  stepOnPage(tools, row.page, row.id, by);
  tools.show(row.key);
}

function remove(tools: OutlineTools): void {
  const { store, kinds } = tools;
  const row = tools.current();
  const { document } = store.getState();
  if (row?.kind === 'outcome') {
    if (row.from !== START_NODE_ID && row.to !== null) runAloud(tools.store, disconnectCommand(kinds, document, row.from, row.outcome));
  } else if (row) {
    runAloud(tools.store, row.page === null ? removeCommand(kinds, document, [row.id]) : removeChildCommand(kinds, document, row.page, row.id));
  }
}

/** What can be done with the row of the outline that has the focus. Letters go to the row that starts with them, so none is a command here. */
export const OUTLINE_COMMANDS: readonly CommandEntry<OutlineTools>[] = [
  {
    id: 'outline.open',
    title: 'Choose where it leads, or open the settings',
    titleIn: (tools) => (outcomeAt(tools) ? 'Choose where it leads' : 'Open the settings'),
    group: 'Outline',
    icon: Settings2,
    keys: ['Enter'],
    scope: 'outline',
    menus: ['outline'],
    when: (tools) => tools.current() !== null,
    run(tools) {
      const outcome = outcomeAt(tools);
      if (outcome) tools.openDialog({ kind: 'connect', from: outcome.from, outcome: outcome.outcome });
      else tools.openSettings();
    },
  },
  {
    id: 'outline.connect',
    title: 'Connect',
    group: 'Outline',
    icon: Cable,
    keys: ['F4'],
    scope: 'outline',
    menus: ['outline'],
    when: (tools) => placedAt(tools) !== null,
    run: (tools) => tools.openDialog({ kind: 'connect', from: placedAt(tools) ?? '', outcome: outcomeAt(tools)?.outcome ?? null }),
  },
  {
    id: 'outline.add',
    title: 'Add a node',
    titleIn(tools) {
      const outcome = outcomeAt(tools);
      return outcome ? `Add a node after ${outcome.label}` : 'Add a node';
    },
    group: 'Outline',
    icon: Plus,
    keys: ['Shift+Enter'],
    scope: 'outline',
    menus: ['outline'],
    run(tools) {
      const outcome = outcomeAt(tools);
      tools.openDialog({ kind: 'add', from: outcome && !outcome.gone ? { node: outcome.from, outcome: outcome.outcome } : null });
    },
  },
  {
    id: 'outline.rename',
    title: 'Rename',
    group: 'Outline',
    icon: PencilLine,
    keys: ['F2'],
    scope: 'outline',
    menus: ['outline'],
    when: (tools) => nodeAt(tools) !== null,
    run: (tools) => tools.openDialog({ kind: 'rename', id: nodeAt(tools)?.id ?? '' }),
  },
  {
    id: 'outline.up',
    title: 'Move up on its page',
    group: 'Outline',
    icon: ArrowUp,
    keys: ['Alt+ArrowUp'],
    scope: 'outline',
    menus: ['outline'],
    repeats: true,
    when: (tools) => nodeAt(tools)?.page != null,
    run: (tools) => step(tools, -1),
  },
  {
    id: 'outline.down',
    title: 'Move down on its page',
    group: 'Outline',
    icon: ArrowDown,
    keys: ['Alt+ArrowDown'],
    scope: 'outline',
    menus: ['outline'],
    repeats: true,
    when: (tools) => nodeAt(tools)?.page != null,
    run: (tools) => step(tools, 1),
  },
  {
    id: 'outline.into-page',
    title: 'Move into a page',
    group: 'Outline',
    icon: SquareArrowRightEnter,
    keys: ['Alt+ArrowRight'],
    scope: 'outline',
    menus: ['outline'],
    when: (tools) => nodeAt(tools)?.page === null,
    run(tools) {
      const id = nodeAt(tools)?.id ?? '';
      if (pagesFor(tools.kinds, tools.store.getState().document, id).length === 0) announce('This journey has no page to move it into.');
      else tools.openDialog({ kind: 'page', id });
    },
  },
  {
    id: 'outline.out-of-page',
    title: 'Move out of its page',
    group: 'Outline',
    icon: SquareArrowRightExit,
    keys: ['Alt+ArrowLeft'],
    scope: 'outline',
    menus: ['outline'],
    when: (tools) => nodeAt(tools)?.page != null,
    run(tools) {
      const row = nodeAt(tools);
      if (row?.page == null) return;
      runAloud(tools.store, outOfPageCommand(tools.kinds, tools.store.getState().document, row.page, row.id));
      tools.show(nodeKey(row.id));
    },
  },
  {
    id: 'outline.delete',
    title: 'Delete',
    titleIn: (tools) => (outcomeAt(tools) ? 'Delete the connection' : `Delete ${nodeAt(tools)?.label ?? ''}`),
    group: 'Delete',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    scope: 'outline',
    menus: ['outline'],
    isDanger: true,
    when(tools) {
      const outcome = outcomeAt(tools);
      return outcome ? outcome.from !== START_NODE_ID && outcome.to !== null : nodeAt(tools) !== null;
    },
    run: remove,
  },
  {
    id: 'outline.bridge',
    title: 'Delete and bridge',
    group: 'Delete',
    icon: ListMinus,
    keys: ['Mod+Delete', 'Mod+Backspace'],
    scope: 'outline',
    menus: ['outline'],
    isDanger: true,
    when: (tools) => nodeAt(tools)?.page === null,
    run: (tools) => runAloud(tools.store, bridgeCommand(tools.kinds, tools.store.getState().document, nodeAt(tools)?.id ?? '')),
  },
  {
    id: 'outline.menu',
    title: 'Open the menu',
    group: 'Outline',
    keys: ['Shift+F10', 'ContextMenu'],
    scope: 'outline',
    keysOnly: true,
    when: (tools) => tools.current() !== null,
    run: (tools) => tools.menu(),
  },
];
