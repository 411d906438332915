import type { Rect } from './geometry.ts';

/** A line on which a dragged card lies with another one: across (`y`) or up and down (`x`), from one end to the other. */
export interface HelperLine {
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}
export interface Aligned {
  /** How far the dragged card is moved onto the lines. */
  dx: number;
  dy: number;
  lines: HelperLine[];
}

/** A line that cards may lie on, and one that does. */
interface Stop {
  at: number;
  other: Rect;
}
/** Edges and middles of cards on one axis, each in order. Edges meet edges, and middles middles: a middle on an edge is no order that an eye sees. */
interface Stops {
  edges: readonly Stop[];
  middles: readonly Stop[];
}

const SIZE = { x: 'width', y: 'height' } as const;

function stopsOf(axis: 'x' | 'y', cards: readonly Rect[]): Stops {
  // Of several cards on one line the first stands for all.
  const inOrder = (stops: Stop[]) => stops.sort((a, b) => a.at - b.at).filter(({ at }, index, all) => all[index - 1]?.at !== at);
  return {
    edges: inOrder(
      cards.flatMap((other) => [
        { at: other[axis], other },
        { at: other[axis] + other[SIZE[axis]], other },
      ]),
    ),
    middles: inOrder(cards.map((other) => ({ at: other[axis] + other[SIZE[axis]] / 2, other }))),
  };
}

/** The one nearest to a place. */
function nearestOf(stops: readonly Stop[], place: number): Stop | undefined {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stops[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const after = stops[low];
  const before = stops[low - 1];
  if (!after || !before) return after ?? before;
  return place - before.at < after.at - place ? before : after;
}

interface Near extends Stop {
  shift: number;
}

/** The smallest shift that brings an edge or the middle onto one of another card's. */
function nearest(axis: 'x' | 'y', dragged: Rect, { edges, middles }: Stops, reach: number): Near | null {
  const start = dragged[axis];
  const size = dragged[SIZE[axis]];
  let found: Near | null = null;
  for (const [place, stops] of [[start, edges] as const, [start + size / 2, middles] as const, [start + size, edges] as const]) {
    const stop = nearestOf(stops, place);
    if (!stop) continue;
    const shift = stop.at - place;
    if (Math.abs(shift) <= reach && (found === null || Math.abs(shift) < Math.abs(found.shift))) found = { ...stop, shift };
  }
  return found;
}

/**
 * Finds the lines that a dragged card would lie on, and how far it is from them.
 *
 * @param reach how far a line draws a card, in canvas pixels
 */
export type Aligner = (dragged: Rect, reach: number) => Aligned;

/** Puts the lines of all cards that stay in order, once for a drag. */
export function createAligner(others: readonly Rect[]): Aligner {
  const across = stopsOf('x', others);
  const down = stopsOf('y', others);
  return (dragged, reach) => {
    const x = nearest('x', dragged, across, reach);
    const y = nearest('y', dragged, down, reach);
    const placed = { ...dragged, x: dragged.x + (x?.shift ?? 0), y: dragged.y + (y?.shift ?? 0) };
    const lines: HelperLine[] = [];
    if (x)
      lines.push({ axis: 'x', at: x.at, from: Math.min(placed.y, x.other.y), to: Math.max(placed.y + placed.height, x.other.y + x.other.height) });
    if (y) lines.push({ axis: 'y', at: y.at, from: Math.min(placed.x, y.other.x), to: Math.max(placed.x + placed.width, y.other.x + y.other.width) });
    return { dx: x?.shift ?? 0, dy: y?.shift ?? 0, lines };
  };
}
