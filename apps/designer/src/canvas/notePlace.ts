import type { CustomNodeType } from '@tandem/journey';
import { type CanvasNode, deriveNodes } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { deriveEdges } from './edges.ts';
import { nearestFree } from './freePlace.ts';
import type { Point, Rect } from './geometry.ts';

type Size = Pick<Rect, 'width' | 'height'>;
/** Room around a note that is placed by itself. */
const CLEAR = 16;
/** Places to try across what is shown. */
const TRIES = 40;

const rectOf = ({ position, width = 0, height = 0 }: CanvasNode): Rect => ({ ...position, width, height });

/** The straight parts of a connection's way. */
function partsOf(points: readonly Point[]): Rect[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  });
}

function meet(a: Rect, b: Rect, clear = CLEAR): boolean {
  return a.x < b.x + b.width + clear && b.x < a.x + a.width + clear && a.y < b.y + b.height + clear && b.y < a.y + a.height + clear;
}

/** Where a journey's nodes, notes and connections are. */
function placesIn(document: JourneyDocument, customTypes: readonly CustomNodeType[]) {
  const nodes = deriveNodes(document, customTypes);
  const ways = deriveEdges(document.tree, nodes).flatMap(({ data }) => partsOf(data?.points ?? []));
  return { notes: nodes.filter(({ type }) => type === 'note'), nodes: nodes.filter(({ type }) => type !== 'note').map(rectOf), ways };
}

/**
 * Where a new note may stand: in sight, on no node, note or connection, as near to the middle as can be; on connections where there is no other room,
 * and out of sight only where there is none at all.
 *
 * @param view what is shown
 */
export function placeOfNote(document: JourneyDocument, customTypes: readonly CustomNodeType[], { width, height }: Size, view: Rect): Point {
  const { notes, nodes, ways } = placesIn(document, customTypes);
  const things = [...nodes, ...notes.map(rectOf)];
  const middle = { x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2 };
  const step = Math.max(10, view.width / TRIES);
  const tried: Point[] = [];
  for (let x = view.x + CLEAR; x + width <= view.x + view.width - CLEAR; x += step)
    for (let y = view.y + CLEAR; y + height <= view.y + view.height - CLEAR; y += step) tried.push({ x, y });
  const far = ({ x, y }: Point) => Math.hypot(x - middle.x, y - middle.y);
  tried.sort((a, b) => far(a) - far(b));
  const free = (others: readonly Rect[]) => tried.find((at) => !others.some((other) => meet({ ...at, width, height }, other)));
  const found = free([...things, ...ways]) ?? free(things) ?? nearestFree({ ...middle, width, height }, things);
  return { x: Math.round(found.x), y: Math.round(found.y) };
}

/**
 * Notes that nodes lie on, moved above all of the journey; for after a layout, which moves nodes only.
 *
 * @returns new places by the notes' ids on the canvas
 */
export function notesClear(document: JourneyDocument, customTypes: readonly CustomNodeType[]): (Point & { id: string })[] {
  const { notes, nodes, ways } = placesIn(document, customTypes);
  const covered = notes.filter((note) => nodes.some((node) => meet(rectOf(note), node, 0)));
  if (covered.length === 0) return [];
  const top = Math.min(...[...nodes, ...ways].map(({ y }) => y)) - CLEAR;
  const settled = notes.filter((note) => !covered.includes(note)).map(rectOf);
  return covered.map((note) => {
    const own = rectOf(note);
    let place = { ...own, y: top - own.height };
    // One beside the other, from left to right.
    for (let next = inTheWay(place, settled); next; next = inTheWay(place, settled)) place = { ...place, x: next.x + next.width + CLEAR };
    settled.push(place);
    return { id: note.id, x: Math.round(place.x), y: Math.round(place.y) };
  });
}

const inTheWay = (place: Rect, others: readonly Rect[]) => others.find((other) => meet(place, other, CLEAR - 1));
