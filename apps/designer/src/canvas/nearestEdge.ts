import type { CanvasEdge } from './derive.ts';
import type { Point } from './geometry.ts';

function distanceTo(point: Point, a: Point, b: Point): number {
  // The ways of connections have right angles only: the nearest point of a segment lies within its box.
  const x = Math.max(Math.min(a.x, b.x), Math.min(point.x, Math.max(a.x, b.x)));
  const y = Math.max(Math.min(a.y, b.y), Math.min(point.y, Math.max(a.y, b.y)));
  return Math.hypot(point.x - x, point.y - y);
}

/** The connection that runs nearest to a point, within reach. Of several that lie on each other, the first. */
export function nearestEdge(edges: readonly CanvasEdge[], point: Point, reach: number): CanvasEdge | null {
  let found: CanvasEdge | null = null;
  let nearest = reach;
  for (const edge of edges) {
    const points = edge.data?.points ?? [];
    for (let index = 0; index + 1 < points.length; index++) {
      const a = points[index];
      const b = points[index + 1];
      const distance = a && b ? distanceTo(point, a, b) : Number.POSITIVE_INFINITY;
      if (distance >= nearest) continue;
      nearest = distance;
      found = edge;
    }
  }
  return found;
}
