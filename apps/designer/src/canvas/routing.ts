import type { Point, Rect } from './geometry.ts';

/** Distance that an edge goes straight out of a port and into a node. */
const STUB = 20;
const LANE = 7;
const CLEAR = 14;
/** Between cards that stand close. */
const CLOSE = 5;
/** Nearer than this the target counts as lying behind. */
const SHORTEST = 6;
/** Running through a card is as bad as so many pixels more. */
const COLLISION = 2000;

export interface RouteRequest {
  from: Point;
  to: Point;
  /** Spreads edges of one node: 0 is nearest to the node. */
  lane: number;
}

function hits(rect: Rect, a: Point, b: Point): boolean {
  const left = Math.min(a.x, b.x);
  const right = Math.max(a.x, b.x);
  const top = Math.min(a.y, b.y);
  const bottom = Math.max(a.y, b.y);
  return left < rect.x + rect.width && right > rect.x && top < rect.y + rect.height && bottom > rect.y;
}

/**
 * How many rectangles the inner segments run through; the first and last belong to the two nodes.
 *
 * @param enough so many are not told from more
 */
function collisions(points: readonly Point[], obstacles: readonly Rect[], enough = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let index = 0; index + 1 < points.length; index++) {
    const a = points[index];
    const b = points[index + 1];
    if (!a || !b) continue;
    for (const rect of obstacles) if (hits(rect, a, b) && ++count >= enough) return count;
  }
  return count;
}

function through(from: Point, x: number, to: Point): Point[] {
  return [from, { x, y: from.y }, { x, y: to.y }, to];
}

function direct({ from, to, lane }: RouteRequest, obstacles: readonly Rect[]): Point[] | null {
  if (to.x - from.x < SHORTEST) return null;
  if (Math.abs(to.y - from.y) < 2) return collisions([from, to], obstacles, 1) === 0 ? [from, to] : null;
  const span = to.x - from.x;
  const near = from.x + Math.min(STUB + lane * LANE, span / 2);
  for (const x of [near, Math.max(to.x - STUB, from.x + span / 2), from.x + span / 2]) {
    const points = through(from, x, to);
    if (collisions(points, obstacles, 1) === 0) return points;
  }
  return null;
}

/**
 * Where a line leaves its port, or comes to it, before it goes up or down: as far out as it likes, or in the middle of what room the nearest card
 * leaves it, so that lines between cards that stand close run between them.
 */
function standOff(port: Point, side: 1 | -1, wanted: number, until: number, obstacles: readonly Rect[]): number {
  const top = Math.min(port.y, until);
  const bottom = Math.max(port.y, until);
  let room = Number.POSITIVE_INFINITY;
  for (const rect of obstacles) {
    if (rect.y >= bottom || rect.y + rect.height <= top) continue;
    const distance = side === 1 ? rect.x - port.x : port.x - rect.x - rect.width;
    if (distance >= 0) room = Math.min(room, distance);
  }
  return port.x + side * (wanted < room ? wanted : room / 2);
}

/** Around: out to the right, along a free horizontal channel, and into the target from its left. */
function around({ from, to, lane }: RouteRequest, obstacles: readonly Rect[]): Point[] {
  const out = STUB + lane * LANE;
  const into = STUB + (lane % 3) * 5;
  const left = Math.min(from.x + out, to.x - into);
  const right = Math.max(from.x + out, to.x - into);
  const gap = CLEAR + lane * 5;
  const band = obstacles.filter((rect) => rect.x < right && rect.x + rect.width > left);
  // Between two cards that stand close the middle is free where the usual distance is not.
  const channels = [
    (from.y + to.y) / 2,
    from.y,
    to.y,
    ...band.flatMap((rect) => [rect.y - gap, rect.y + rect.height + gap, rect.y - CLOSE, rect.y + rect.height + CLOSE]),
  ];
  // The shortest ways first: the first that is free is the best.
  const byLength = channels.map((y) => ({ y, length: Math.abs(y - from.y) + Math.abs(y - to.y) })).sort((a, b) => a.length - b.length);
  let best: Point[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const { y, length } of byLength) {
    if (length >= lowest) break;
    const outX = standOff(from, 1, out, y, obstacles);
    const inX = standOff(to, -1, into, y, obstacles);
    const points = [from, { x: outX, y: from.y }, { x: outX, y }, { x: inX, y }, { x: inX, y: to.y }, to];
    const cost = length + collisions(points, obstacles, (lowest - length) / COLLISION) * COLLISION;
    if (cost < lowest) {
      lowest = cost;
      best = points;
    }
  }
  return best;
}

/** How far left and right the way of a connection goes, whatever stands in it: cards beside that have no part in it. */
export function reach({ from, to, lane }: RouteRequest): { left: number; right: number } {
  const furthest = STUB + lane * LANE;
  return { left: Math.min(from.x, to.x - STUB - 2 * 5), right: Math.max(to.x, from.x + furthest) };
}

/** Points of an edge with right angles: straight when the way is free, else around the nodes in between. */
export function route(request: RouteRequest, obstacles: readonly Rect[]): Point[] {
  return direct(request, obstacles) ?? around(request, obstacles);
}

const RADIUS = 8;

/** An SVG path through the points, corners rounded. */
export function pathThrough(points: readonly Point[]): string {
  const clean = points.filter((point, index) => {
    const before = points[index - 1];
    return !before || before.x !== point.x || before.y !== point.y;
  });
  const [first] = clean;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  for (let index = 1; index < clean.length; index++) {
    const corner = clean[index];
    const before = clean[index - 1];
    const after = clean[index + 1];
    if (!corner || !before) continue;
    if (!after) {
      path += `L${corner.x} ${corner.y}`;
      continue;
    }
    const radius = Math.min(RADIUS, length(before, corner) / 2, length(corner, after) / 2);
    const start = towards(corner, before, radius);
    const end = towards(corner, after, radius);
    path += `L${start.x} ${start.y}Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
  }
  return path;
}

function length(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, distance: number): Point {
  const total = length(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * distance) / total, y: from.y + ((to.y - from.y) * distance) / total };
}
