import { type CustomNodeType, FAILURE_NODE_ID, START_NODE_ID, SUCCESS_NODE_ID, type Tree } from '@tandem/journey';
import { type Edge, type Node, Position } from 'reactflow';
import { type CardData, describeNode, lookupOf } from './describe.ts';
import type { JourneyDocument } from './document.ts';
import { CARD_WIDTH, cardHeight, cardWidth, END_HEIGHT, END_WIDTH, HEAD, type Point, portY, START_WIDTH } from './geometry.ts';
import { noteNode, notesOf } from './notes.ts';
import { journeyOrder } from './order.ts';

export type EndKind = 'start' | 'success' | 'failure';
export type CardNode = Node<CardData, 'card'>;
export type EndNode = Node<{ kind: EndKind; connected: boolean }, 'end'>;
export type UnknownNode = Node<Record<string, never>, 'unknown'>;
export type NoteNode = Node<{ text: string; color: string }, 'note'>;
export type CanvasNode = CardNode | EndNode | UnknownNode | NoteNode;
export interface EdgeData extends Record<string, unknown> {
  outcome: string;
  /** The way around other nodes while nothing is dragged. */
  points: readonly Point[];
  /** Places of the two ports below and right of their nodes' corners. */
  leaves: Point;
  enters: Point;
  lane: number;
  fromStart: boolean;
  unknownTarget: boolean;
}
export type CanvasEdge = Edge<EdgeData, 'journey'>;

type Handles = NonNullable<Node['handles']>;

function rowsOf(data: CardData) {
  return { summary: data.summary !== '', starts: data.opens !== null, children: data.children.length, outcomes: data.ports.length };
}

function handle(id: string | null, type: 'source' | 'target', x: number, y: number): Handles[number] {
  return { id, type, position: type === 'source' ? Position.Right : Position.Left, x, y, width: 0, height: 0 };
}

function cardNode(id: string, data: CardData, position: Point, width: number): CardNode {
  const rows = rowsOf(data);
  const height = cardHeight(rows);
  const handles = [handle('in', 'target', 0, HEAD / 2), ...data.ports.map((port, index) => handle(port.id, 'source', width, portY(rows, index)))];
  return {
    id,
    type: 'card',
    data,
    position,
    width,
    height,
    measured: { width, height },
    handles,
    ariaLabel: `${data.name}, ${data.typeName}`,
  };
}

const END_IDS: Record<EndKind, string> = { start: START_NODE_ID, success: SUCCESS_NODE_ID, failure: FAILURE_NODE_ID };
const END_NAMES: Record<EndKind, string> = { start: 'Start', success: 'Success', failure: 'Failure' };

function endNode(kind: EndKind, position: Point, connected: boolean): EndNode {
  const width = kind === 'start' ? START_WIDTH : END_WIDTH;
  const handles = [kind === 'start' ? handle('start', 'source', width, END_HEIGHT / 2) : handle('in', 'target', 0, END_HEIGHT / 2)];
  return {
    id: END_IDS[kind],
    type: 'end',
    data: { kind, connected },
    position,
    width,
    height: END_HEIGHT,
    measured: { width, height: END_HEIGHT },
    handles,
    ariaLabel: END_NAMES[kind],
  };
}

/** Places of the fixed points when the file has none: left of, and right of everything else. */
function endPosition(tree: Tree, kind: EndKind, right: number): Point {
  const stored = tree.staticNodes?.[END_IDS[kind]];
  const fallback = { start: { x: 50, y: 250 }, success: { x: right, y: 150 }, failure: { x: right, y: 350 } }[kind];
  return { x: stored?.x ?? fallback.x, y: stored?.y ?? fallback.y };
}

/** Nodes that came without coordinates stand in rows of four, in journey order. */
function placeOf(node: { x?: number | undefined; y?: number | undefined }, index: number): Point {
  return { x: node.x ?? 260 + (index % 4) * 300, y: node.y ?? 100 + Math.floor(index / 4) * 260 };
}

function sameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Keeps the objects of the last derivation wherever they would be equal, so that only changed nodes render. */
export function keepEqual<N extends CanvasNode | CanvasEdge>(next: N[], before: readonly N[]): N[] {
  const old = new Map(before.map((item) => [item.id, item]));
  return next.map((item) => {
    const last = old.get(item.id);
    return last !== undefined && sameData(last, item) ? last : item;
  });
}

/** How wide this journey's cards are drawn, by where its nodes stand now. */
export function widthOfCards(document: JourneyDocument, customTypes: readonly CustomNodeType[]): number {
  const nodes = deriveNodes(document, customTypes, CARD_WIDTH).filter((node) => node.type === 'card' || node.type === 'end');
  const rects = nodes.map(({ type, position, width = 0, height = 0 }) => ({ type, ...position, width, height }));
  return cardWidth(
    rects.filter(({ type }) => type === 'card'),
    rects.filter(({ type }) => type === 'end'),
  );
}

/** React Flow's nodes for a journey, in journey order (the order of Tab). */
export function deriveNodes(document: JourneyDocument, customTypes: readonly CustomNodeType[], width = CARD_WIDTH): CanvasNode[] {
  const { tree } = document;
  const lookup = lookupOf(document, customTypes);
  const described = new Map(Object.entries(tree.nodes ?? {}).map(([id, node]) => [id, describeNode(id, node, document, lookup)]));
  const cards = journeyOrder(tree, (id) => described.get(id)?.ports.map((port) => port.id) ?? []).flatMap((id, index) => {
    const [node, data] = [tree.nodes?.[id], described.get(id)];
    return node && data ? [cardNode(id, data, placeOf(node, index), width)] : [];
  });
  const right = Math.max(500, ...cards.map((card) => card.position.x + CARD_WIDTH + 80));
  const targets = new Set(Object.values(tree.nodes ?? {}).flatMap((node) => Object.values(node.connections ?? {})));
  const ends = (['start', 'success', 'failure'] as const).map((kind) =>
    endNode(kind, endPosition(tree, kind, right), kind === 'start' ? tree.entryNodeId !== undefined : targets.has(END_IDS[kind])),
  );
  const [start, ...others] = ends;
  const notes = notesOf(tree.uiConfig?.annotations).map(
    (note): NoteNode => ({
      id: noteNode(note.id),
      type: 'note',
      data: { text: note.text, color: note.color },
      position: { x: note.x, y: note.y },
      width: note.width,
      height: note.height,
      measured: { width: note.width, height: note.height },
      ariaLabel: `Note: ${note.text}`,
      zIndex: -1,
    }),
  );
  return [...notes, ...(start ? [start] : []), ...cards, ...others, ...unknownTargets(tree, cards)];
}

/** A place for every id that a connection names and nobody knows. */
function unknownTargets(tree: Tree, cards: readonly CardNode[]): UnknownNode[] {
  const known = new Set([...cards.map((card) => card.id), SUCCESS_NODE_ID, FAILURE_NODE_ID]);
  const found = new Map<string, UnknownNode>();
  const add = (id: string, near: Point) => {
    if (known.has(id) || found.has(id)) return;
    const position = { x: near.x + CARD_WIDTH + 80, y: near.y };
    found.set(id, {
      id,
      type: 'unknown',
      data: {},
      position,
      width: CARD_WIDTH,
      height: HEAD,
      measured: { width: CARD_WIDTH, height: HEAD },
      handles: [handle('in', 'target', 0, HEAD / 2)],
      draggable: false,
      ariaLabel: `Unknown node ${id}`,
    });
  };
  if (tree.entryNodeId) add(tree.entryNodeId, { x: 0, y: 250 });
  for (const card of cards) {
    const connections = Object.values(tree.nodes?.[card.id]?.connections ?? {});
    for (const [index, target] of connections.entries()) add(target, { x: card.position.x, y: card.position.y + index * 60 });
  }
  return [...found.values()];
}
