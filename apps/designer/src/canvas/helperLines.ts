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

/** The edges and the middle of a card on one axis. */
const stops = (start: number, size: number) => [start, start + size / 2, start + size];

interface Near {
  shift: number;
  at: number;
  other: Rect;
}

/** The smallest shift that brings an edge or the middle onto one of another card's. */
function nearest(axis: 'x' | 'y', dragged: Rect, others: readonly Rect[], reach: number): Near | null {
  const size = axis === 'x' ? 'width' : 'height';
  const own = stops(dragged[axis], dragged[size]);
  let found: Near | null = null;
  for (const other of others) {
    const theirs = stops(other[axis], other[size]);
    for (const [index, at] of theirs.entries()) {
      // Edges meet edges, and middles middles: a middle on an edge is no order that an eye sees.
      for (const [place, mine] of own.entries()) {
        if ((index === 1) !== (place === 1)) continue;
        const shift = at - mine;
        if (Math.abs(shift) <= reach && (found === null || Math.abs(shift) < Math.abs(found.shift))) found = { shift, at, other };
      }
    }
  }
  return found;
}

/**
 * Finds the lines that a dragged card would lie on, and how far it is from them.
 *
 * @param reach how far a line draws a card, in canvas pixels
 */
export function alignTo(dragged: Rect, others: readonly Rect[], reach: number): Aligned {
  const x = nearest('x', dragged, others, reach);
  const y = nearest('y', dragged, others, reach);
  const placed = { ...dragged, x: dragged.x + (x?.shift ?? 0), y: dragged.y + (y?.shift ?? 0) };
  const lines: HelperLine[] = [];
  if (x) lines.push({ axis: 'x', at: x.at, from: Math.min(placed.y, x.other.y), to: Math.max(placed.y + placed.height, x.other.y + x.other.height) });
  if (y) lines.push({ axis: 'y', at: y.at, from: Math.min(placed.x, y.other.x), to: Math.max(placed.x + placed.width, y.other.x + y.other.width) });
  return { dx: x?.shift ?? 0, dy: y?.shift ?? 0, lines };
}
