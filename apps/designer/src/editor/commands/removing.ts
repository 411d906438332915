import { isEnd, START_NODE_ID } from '@tandem/journey';
import { ListMinus, Trash2 } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import { refuse } from '../../components/index.ts';
import { runAloud } from '../runAloud.ts';
import { bridgeCommand, disconnectCommand, removeCommand } from '../store/commands.ts';
import { nameOf } from '../store/nodes.ts';
import type { PaneTools } from '../useCanvasActions.ts';
import { chosenNodes, currentNode, placedNode, selectedConnection } from './chosen.ts';

/** Nodes to act on; Start, Success and Failure cannot be deleted. */
const placedOf = (tools: PaneTools): string[] => chosenNodes(tools).filter((id) => !isEnd(id));

function remove(tools: PaneTools): void {
  const { store, kinds, canvas } = tools;
  const connection = selectedConnection(tools);
  const { document } = store.getState();
  if (connection?.from === START_NODE_ID) {
    refuse('A journey always starts somewhere. Connect Start to another node instead.');
    return;
  }
  if (connection !== null) {
    runAloud(store, disconnectCommand(kinds, document, connection.from, connection.outcome));
    store.select({ nodes: [], edge: null });
    // Where its node has the focus, the keyboard goes on from there.
    if (currentNode(tools) === connection.from) {
      canvas.current?.reveal(connection.from);
      return;
    }
  } else {
    const ids = placedOf(tools);
    if (ids.length > 0) runAloud(store, removeCommand(kinds, document, ids));
  }
  canvas.current?.focus();
}

/** Taking nodes and connections of a canvas away. */
export const REMOVING_COMMANDS: readonly CommandEntry<PaneTools>[] = [
  {
    id: 'canvas.delete',
    title: 'Delete',
    titleIn(tools) {
      const [first, ...others] = placedOf(tools);
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
    when: (tools) => selectedConnection(tools) !== null || placedOf(tools).length > 0,
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
    when: (tools) => placedNode(tools) !== null,
    run(tools) {
      const { store, kinds, canvas } = tools;
      runAloud(store, bridgeCommand(kinds, store.getState().document, placedNode(tools) ?? ''));
      canvas.current?.focus();
    },
  },
];
