import { START_NODE_ID } from '@tandem/journey';
import { Cable, CopyPlus, ListMinus, PencilLine, Plus, Settings2, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { parseConnection } from '../../canvas/index.ts';
import type { CommandEntry } from '../../commands/index.ts';
import { announce } from '../../components/index.ts';
import { bridgeCommand, disconnectCommand, duplicateCommand, removeCommand } from '../store/commands.ts';
import { configIn, definitionFor, nameOf } from '../store/nodes.ts';
import type { PaneTools } from '../useCanvasActions.ts';

const current = ({ canvas }: PaneTools): string | null => canvas.current?.current() ?? null;

/** The node that commands are about, when it is one that the journey places (not Start, Success or Failure). */
function placed(tools: PaneTools): string | null {
  const node = current(tools);
  return node !== null && tools.store.getState().document.tree.nodes?.[node] ? node : null;
}

/** Nodes to act on: the selected ones, else the focused one; with another one focused, only that. */
function wanted(tools: PaneTools): string[] {
  const node = current(tools);
  const { document, selection } = tools.store.getState();
  const ids = node !== null && !selection.nodes.includes(node) ? [node] : selection.nodes;
  return ids.filter((id) => document.tree.nodes?.[id] !== undefined);
}

function selectedConnection({ store }: PaneTools): { from: string; outcome: string } | null {
  const { edge } = store.getState().selection;
  return edge === null ? null : parseConnection(edge);
}

function startedJourney(tools: PaneTools): string | undefined {
  const node = placed(tools);
  const { document } = tools.store.getState();
  return node === null ? undefined : definitionFor(tools.kinds, document, node)?.journeys?.(configIn(document, node))[0];
}

function openSettings(tools: PaneTools, node: string | null): void {
  if (node === null) return;
  tools.store.select({ nodes: [node], edge: null });
  tools.openSettings();
}

/** The journey that the node starts, else its settings. */
export function openNode(tools: PaneTools, node: string | null): void {
  const { document } = tools.store.getState();
  const journey = node === null ? undefined : definitionFor(tools.kinds, document, node)?.journeys?.(configIn(document, node))[0];
  if (journey !== undefined) tools.openJourney(journey);
  else openSettings(tools, node);
}

function remove(tools: PaneTools): void {
  const { store, kinds, canvas } = tools;
  const connection = selectedConnection(tools);
  const { document } = store.getState();
  if (connection !== null) {
    if (connection.from !== START_NODE_ID) store.run(disconnectCommand(kinds, document, connection.from, connection.outcome));
    store.select({ nodes: [], edge: null });
  } else {
    const ids = wanted(tools);
    if (ids.length > 0) store.run(removeCommand(kinds, document, ids));
  }
  canvas.current?.focus();
}

function duplicate(tools: PaneTools): void {
  const { store, kinds, canvas } = tools;
  const command = duplicateCommand(kinds, store.getState().document, wanted(tools));
  store.run(command);
  store.select({ nodes: command.ids, edge: null });
  // From now on the copies are meant, not the node that has the focus.
  canvas.current?.focus();
}

/** What can be done with nodes and connections of a canvas that is edited. */
export const NODE_COMMANDS: readonly CommandEntry<PaneTools>[] = [
  {
    id: 'canvas.add',
    title: 'Add a node',
    group: 'Nodes',
    icon: Plus,
    keys: ['N'],
    scope: 'canvas',
    menus: ['canvas'],
    run: (tools) => tools.openDialog({ kind: 'add', at: null, from: null }),
  },
  {
    id: 'canvas.connect',
    title: 'Connect',
    group: 'Nodes',
    icon: Cable,
    keys: ['C'],
    scope: 'canvas',
    menus: ['node'],
    run(tools) {
      const node = current(tools);
      if (node === START_NODE_ID || placed(tools) !== null) tools.openDialog({ kind: 'connect', from: node ?? START_NODE_ID });
      else announce('Choose a node first, then connect it.');
    },
  },
  {
    id: 'canvas.settings',
    title: 'Open the settings',
    group: 'Nodes',
    icon: Settings2,
    keys: ['Enter'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => current(tools) !== null,
    run: (tools) => openSettings(tools, current(tools)),
  },
  {
    id: 'canvas.open-journey',
    title: 'Open the journey it starts',
    titleIn: (tools) => `Open the journey ${startedJourney(tools)}`,
    group: 'Nodes',
    icon: SquareArrowOutUpRight,
    keys: ['O'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => startedJourney(tools) !== undefined,
    run: (tools) => openNode(tools, current(tools)),
  },
  {
    id: 'canvas.rename',
    title: 'Rename',
    group: 'Nodes',
    icon: PencilLine,
    keys: ['F2'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => placed(tools) !== null,
    run(tools) {
      tools.store.select({ nodes: [placed(tools) ?? ''], edge: null });
      tools.rename();
    },
  },
  {
    id: 'canvas.duplicate',
    title: 'Duplicate',
    group: 'Nodes',
    icon: CopyPlus,
    keys: ['Mod+D'],
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => wanted(tools).length > 0,
    run: duplicate,
  },
  {
    id: 'canvas.delete',
    title: 'Delete',
    titleIn(tools) {
      const [first, ...others] = wanted(tools);
      if (selectedConnection(tools) !== null) return 'Delete the connection';
      return first === undefined || others.length > 0
        ? `Delete ${others.length + 1} nodes`
        : `Delete ${nameOf(tools.kinds, tools.store.getState().document, first)}`;
    },
    group: 'Delete',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    scope: 'canvas',
    menus: ['node', 'connection'],
    isDanger: true,
    when: (tools) => selectedConnection(tools) !== null || wanted(tools).length > 0,
    run: remove,
  },
  {
    id: 'canvas.bridge',
    title: 'Delete and bridge',
    group: 'Delete',
    icon: ListMinus,
    keys: ['Mod+Delete', 'Mod+Backspace'],
    scope: 'canvas',
    menus: ['node'],
    isDanger: true,
    when: (tools) => placed(tools) !== null,
    run(tools) {
      const { store, kinds, canvas } = tools;
      store.run(bridgeCommand(kinds, store.getState().document, placed(tools) ?? ''));
      canvas.current?.focus();
    },
  },
];
