import { START_NODE_ID } from '@tandem/journey';
import { type RefObject, useMemo } from 'react';
import { type CanvasActions, type CanvasHandle, type CanvasKey, freePlace, type Point, parseConnection } from '../canvas/index.ts';
import { announce, toast } from '../components/index.ts';
import {
  addChildCommand,
  addCommand,
  bridgeCommand,
  connectCommand,
  disconnectCommand,
  duplicateCommand,
  moveCommand,
  removeCommand,
} from './store/commands.ts';
import type { EditorStore } from './store/editorStore.ts';
import { configIn, definitionFor, type Kinds } from './store/nodes.ts';

/** A dialog that a key or a dropped connection opened. */
export type PaneDialog =
  | { kind: 'add'; at: Point | null; from: { node: string; outcome: string } | null }
  | { kind: 'connect'; from: string }
  | { kind: 'help' };

export interface PaneTools {
  store: EditorStore;
  kinds: Kinds;
  canvas: RefObject<CanvasHandle | null>;
  openDialog(dialog: PaneDialog): void;
  openJourney(journey: string): void;
  /** Puts the focus into the name in the inspector. */
  rename(): void;
  openSettings(): void;
}

/** Places a type where it lies on no other node, and selects it. Without a place: right of the selected node, else in the middle of the view. */
export function placeNode(
  { store, kinds, canvas }: PaneTools,
  type: string,
  at: Point | null,
  from: { node: string; outcome: string } | null = null,
): void {
  const { document, selection } = store.getState();
  const beside = selection.nodes[0] === undefined ? undefined : document.tree.nodes?.[selection.nodes[0]];
  const near = beside?.x !== undefined && beside.y !== undefined ? { x: beside.x + 300, y: beside.y } : null;
  const wanted = addCommand(kinds, type, at ?? near ?? canvas.current?.center() ?? { x: 300, y: 200 }, from ?? undefined);
  // How high its card is, and so where it has room, shows when it stands.
  const command = wanted.moved(freePlace(wanted.apply(document), kinds, wanted.id));
  store.run(command);
  announce(command.name);
  // The canvas draws the node after the store told it.
  requestAnimationFrame(() => canvas.current?.reveal(command.id));
}

function settings(tools: PaneTools, node: string | null): void {
  if (node === null) return;
  tools.store.select({ nodes: [node], edge: null });
  tools.openSettings();
}

/** The journey that the node starts, else its settings. */
function open(tools: PaneTools, node: string | null): void {
  if (node === null) return;
  const { document } = tools.store.getState();
  const definition = definitionFor(tools.kinds, document, node);
  const journey = definition?.journeys?.(configIn(document, node))[0];
  if (journey !== undefined) tools.openJourney(journey);
  else settings(tools, node);
}

function remove({ store, kinds }: PaneTools, node: string | null): void {
  const { document, selection } = store.getState();
  if (selection.edge !== null) {
    const { from, outcome } = parseConnection(selection.edge);
    if (from !== START_NODE_ID) store.run(disconnectCommand(kinds, document, from, outcome));
    store.select({ nodes: [], edge: null });
    return;
  }
  const wanted = node !== null && !selection.nodes.includes(node) ? [node] : selection.nodes;
  const ids = wanted.filter((id) => document.tree.nodes?.[id] !== undefined);
  if (ids.length > 0) store.run(removeCommand(kinds, document, ids));
}

function onKey(tools: PaneTools, key: CanvasKey, node: string | null): void {
  const { store, kinds, canvas } = tools;
  const { document, selection } = store.getState();
  switch (key) {
    case 'add':
      tools.openDialog({ kind: 'add', at: null, from: null });
      break;
    case 'connect':
      if (node !== null && (node === START_NODE_ID || document.tree.nodes?.[node])) tools.openDialog({ kind: 'connect', from: node });
      else announce('Choose a node first, then press C.');
      break;
    case 'rename':
      if (node === null) break;
      store.select({ nodes: [node], edge: null });
      tools.rename();
      break;
    case 'settings':
      settings(tools, node);
      break;
    case 'open':
      open(tools, node);
      break;
    case 'delete':
      remove(tools, node);
      canvas.current?.focus();
      break;
    case 'bridge':
      if (node !== null && document.tree.nodes?.[node]) store.run(bridgeCommand(kinds, document, node));
      canvas.current?.focus();
      break;
    case 'duplicate': {
      const command = duplicateCommand(kinds, document, selection.nodes.length > 0 ? selection.nodes : node === null ? [] : [node]);
      store.run(command);
      store.select({ nodes: command.ids, edge: null });
      break;
    }
    case 'undo':
      said('Undone', store.undo());
      break;
    case 'redo':
      said('Redone', store.redo());
      break;
    case 'help':
      tools.openDialog({ kind: 'help' });
      break;
    case 'select-all':
      break;
  }
}

export function said(what: 'Undone' | 'Redone', name: string | null): void {
  if (name !== null) toast(`${what}: ${name}`);
}

export function useCanvasActions(tools: PaneTools): CanvasActions {
  return useMemo(() => {
    const { store, kinds } = tools;
    const current = () => store.getState().document;
    return {
      move: (moves) => store.run(moveCommand(kinds, current(), moves)),
      connect: (from, outcome, to) => store.run(connectCommand(kinds, current(), from, outcome, to)),
      connectToNew: (from, outcome, at) =>
        tools.openDialog({ kind: 'add', at: { x: Math.round(at.x), y: Math.round(at.y - 24) }, from: { node: from, outcome } }),
      place(type, at, page) {
        if (page === null) {
          placeNode(tools, type, at);
          return;
        }
        const command = addChildCommand(kinds, current(), page, type);
        store.run(command);
        store.select({ nodes: [page], edge: null }, command.id);
      },
      key: (key, node) => onKey(tools, key, node),
    };
  }, [tools]);
}
