import { type RefObject, useMemo } from 'react';
import { type CanvasActions, type CanvasHandle, freePlace, type Point } from '../canvas/index.ts';
import { announce } from '../components/index.ts';
import { openNode } from './commands/nodes.ts';
import { addChildCommand, addCommand, connectCommand, moveCommand } from './store/commands.ts';
import type { EditorStore } from './store/editorStore.ts';
import type { Kinds } from './store/nodes.ts';

/** A dialog that a key or a dropped connection opened. */
export type PaneDialog = { kind: 'add'; at: Point | null; from: { node: string; outcome: string } | null } | { kind: 'connect'; from: string };

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

export function useCanvasActions(tools: PaneTools): CanvasActions {
  return useMemo(() => {
    const { store, kinds } = tools;
    const current = () => store.getState().document;
    return {
      move: (moves, small = false) => store.run(moveCommand(kinds, current(), moves, small)),
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
      open: (node) => openNode(tools, node),
    };
  }, [tools]);
}
