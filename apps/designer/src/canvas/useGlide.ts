import { useEffect, useReducer, useRef } from 'react';
import type { CanvasNode } from './derive.ts';
import type { Point } from './geometry.ts';

const GLIDE_MS = 150;
/** Smaller steps, as with the arrow keys, are followed without. */
const LEAST = 24;
/** More would not be smooth. */
const MOST = 200;

interface Glide {
  from: ReadonlyMap<string, Point>;
  begin: number;
}

const easeOut = (t: number) => 1 - (1 - t) ** 3;

/** Where nodes come from that stand elsewhere than they were shown; none when they are to be there at once. */
function movedFrom(nodes: readonly CanvasNode[], shown: ReadonlyMap<string, Point>): Map<string, Point> {
  const from = new Map<string, Point>();
  for (const { id, position } of nodes) {
    const was = shown.get(id);
    if (was && Math.abs(was.x - position.x) + Math.abs(was.y - position.y) >= LEAST) from.set(id, was);
  }
  if (from.size > MOST || (from.size > 0 && matchMedia('(prefers-reduced-motion: reduce)').matches)) from.clear();
  return from;
}

/**
 * Lets nodes that a change of the document moved (tidied up, undone) glide to their places, so that eyes can follow them.
 *
 * @param held nodes follow the pointer now
 */
export function useGlide(nodes: CanvasNode[], held: boolean): CanvasNode[] {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const target = useRef(nodes);
  const glide = useRef<Glide | null>(null);
  const shown = useRef<ReadonlyMap<string, Point>>(new Map());
  if (target.current !== nodes) {
    target.current = nodes;
    const from = held ? new Map<string, Point>() : movedFrom(nodes, shown.current);
    glide.current = from.size === 0 ? null : { from, begin: performance.now() };
  }
  const under = glide.current;
  const part = under === null ? 1 : Math.min(1, (performance.now() - under.begin) / GLIDE_MS);
  if (part === 1) glide.current = null;
  const placed =
    under === null || part === 1
      ? nodes
      : nodes.map((node) => {
          const from = under.from.get(node.id);
          if (!from) return node;
          const { x, y } = node.position;
          const done = easeOut(part);
          return { ...node, position: { x: from.x + (x - from.x) * done, y: from.y + (y - from.y) * done } };
        });
  useEffect(() => {
    shown.current = new Map(placed.map(({ id, position }) => [id, position]));
    if (glide.current === null) return;
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [placed]);
  return placed;
}
