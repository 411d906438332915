import type { RealmResources } from '@tandem/api';
import { type ImportRefused, isLoose, START_NODE_ID } from '@tandem/journey';
import { type RefObject, useMemo } from 'react';
import { CARD_WIDTH, type CanvasActions, type CanvasHandle, freePlace, type Point, parseConnection } from '../canvas/index.ts';
import { toast } from '../components/index.ts';
import { openNode } from './commands/nodes.ts';
import { addToPage, moveOut, moveToPage } from './pageActions.ts';
import { holdPendingText } from './pendingText.ts';
import { runAloud } from './runAloud.ts';
import { addCommand, connectCommand, moveCommand, renameCommand } from './store/commands.ts';
import type { EditorStore } from './store/editorStore.ts';
import type { Kinds } from './store/nodes.ts';
import { changeNoteCommand } from './store/noteCommands.ts';
import { type ConnectionStart, insertCommand, insertPlacedCommand, replaceCommand } from './store/replaceCommands.ts';

/** Between a node and one that is put beside it: as Tidy up leaves, with a lane for each of some outcomes. */
const COLUMN_GAP = 76;

/** A dialog that a key or a dropped connection opened. */
export type PaneDialog =
  | { kind: 'add'; at: Point | null; from: { node: string; outcome: string } | null }
  | { kind: 'connect'; from: string }
  | { kind: 'insert'; from: string; outcome: string | null }
  | { kind: 'replace'; node: string }
  | { kind: 'page'; node: string }
  | { kind: 'paste'; text: string; error: ImportRefused | null };

export interface PaneTools {
  store: EditorStore;
  kinds: Kinds;
  resources: RealmResources;
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
  const near = beside?.x !== undefined && beside.y !== undefined ? { x: beside.x + CARD_WIDTH + COLUMN_GAP, y: beside.y } : null;
  const wanted = addCommand(kinds, type, at ?? near ?? canvas.current?.center() ?? { x: 300, y: 200 }, from ?? undefined);
  // How high its card is, and so where it has room, shows when it stands.
  const command = wanted.moved(freePlace(wanted.apply(document), kinds, wanted.id, at === null ? near?.x : undefined));
  runAloud(store, command);
  // The canvas draws the node after the store told it.
  requestAnimationFrame(() => canvas.current?.reveal(command.id));
}

/** Puts a type on a connection, where it lies on no other node: at the place, else between the two ends. */
export function insertNode({ store, kinds, canvas }: PaneTools, start: ConnectionStart, type: string, at: Point | null = null): void {
  const { document } = store.getState();
  const { nodes = {}, staticNodes = {}, entryNodeId } = document.tree;
  const placeOf = (id: string) => nodes[id] ?? staticNodes[id];
  const source = placeOf(start.from);
  const target = placeOf((start.from === START_NODE_ID ? entryNodeId : nodes[start.from]?.connections?.[start.outcome]) ?? '');
  const between = { x: Math.round(((source?.x ?? 0) + (target?.x ?? 0)) / 2), y: Math.round(((source?.y ?? 0) + (target?.y ?? 0)) / 2) };
  const wanted = insertCommand(kinds, document, start, type, at ?? between);
  const command = wanted.moved(freePlace(wanted.apply(document), kinds, wanted.id));
  runAloud(store, command);
  requestAnimationFrame(() => canvas.current?.reveal(command.id));
}

/** Puts a type in the place of a node, and says which connections it could not take over. */
export function replaceWith({ store, kinds, canvas }: PaneTools, node: string, type: string): void {
  const command = replaceCommand(kinds, store.getState().document, node, type);
  store.run(command);
  toast(command.lost.length === 0 ? `${command.name}: all connections kept` : `${command.name}. Connections lost: ${command.lost.join(', ')}`);
  requestAnimationFrame(() => canvas.current?.reveal(command.id));
}

export function useCanvasActions(tools: PaneTools): CanvasActions {
  return useMemo(() => {
    const { store, kinds } = tools;
    const current = () => store.getState().document;
    return {
      move: (moves, how) => store.run(moveCommand(kinds, current(), moves, how)),
      connect: (from, outcome, to) => store.run(connectCommand(kinds, current(), from, outcome, to)),
      connectToNew: (from, outcome, at) =>
        tools.openDialog({ kind: 'add', at: { x: Math.round(at.x), y: Math.round(at.y - 24) }, from: { node: from, outcome } }),
      place(type, at, onto) {
        if (onto === null) {
          placeNode(tools, type, at);
          return;
        }
        if ('connection' in onto) {
          insertNode(tools, parseConnection(onto.connection), type, at);
          return;
        }
        addToPage(tools, onto.page, type, onto.before);
      },
      canDrop: (id, onto) => ('connection' in onto ? isLoose(current(), id) : current().tree.nodes?.[id] !== undefined),
      drop(id, at, onto) {
        if ('connection' in onto) store.run(insertPlacedCommand(kinds, current(), parseConnection(onto.connection), id, at));
        else moveToPage(tools, onto.page, id, onto.before);
      },
      dropChild(child, at, onto) {
        if (onto !== null && 'page' in onto) moveToPage(tools, onto.page, child, onto.before);
        else moveOut(tools, child, (id) => tools.canvas.current?.reveal(id), at);
      },
      resizeNote: (note, w, h) => store.run(changeNoteCommand(note, { w, h }, 'the size of a note')),
      names: {
        rename(id, name) {
          // One step of its own, whatever was renamed before and after.
          store.endGroup();
          store.run(renameCommand(kinds, current(), id, name));
          store.endGroup();
        },
        hold: holdPendingText,
      },
      open: (node) => openNode(tools, node),
    };
  }, [tools]);
}
