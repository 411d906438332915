import type { CanvasNode } from './derive.ts';
import type { Point } from './geometry.ts';
import { NOWHERE, type Places } from './moved.ts';

const GLIDE_MS = 150;
/** Smaller steps, as with the arrow keys, are followed without. */
const LEAST = 24;
/** More would not be smooth. */
const MOST = 200;

const easeOut = (t: number) => 1 - (1 - t) ** 3;

/**
 * Where nodes come from that a change of the document (tidied up, undone) put elsewhere than they were shown, so that eyes can follow them; none when
 * they are to be there at once.
 *
 * @param shown those that were shown elsewhere than they were
 */
export function movedFrom(nodes: readonly CanvasNode[], before: readonly CanvasNode[], shown: Places): Places {
  const were = new Map(before.map(({ id, position }) => [id, shown.get(id) ?? position]));
  const from = new Map<string, Point>();
  for (const { id, position } of nodes) {
    const was = were.get(id);
    if (was && Math.abs(was.x - position.x) + Math.abs(was.y - position.y) >= LEAST) from.set(id, was);
  }
  if (from.size > MOST || (from.size > 0 && matchMedia('(prefers-reduced-motion: reduce)').matches)) return NOWHERE;
  return from;
}

/** Where the nodes are after that time; none when all have come. */
export function onTheWay(nodes: readonly CanvasNode[], from: Places, ms: number): Places {
  if (ms >= GLIDE_MS) return NOWHERE;
  const done = easeOut(ms / GLIDE_MS);
  const places = new Map<string, Point>();
  for (const { id, position } of nodes) {
    const was = from.get(id);
    if (was) places.set(id, { x: was.x + (position.x - was.x) * done, y: was.y + (position.y - was.y) * done });
  }
  return places;
}
