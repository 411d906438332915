import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { type Box, elkGraph, type Link } from './graph.ts';
import { partsOf } from './parts.ts';

export interface Place {
  id: string;
  x: number;
  y: number;
}
/** ELK, wherever it runs. */
export type Layouter = (graph: ElkNode) => Promise<ElkNode>;

const APART_BELOW = 120;
/** Room around an end that nothing leads to. */
const END_GAP = 90;
const STEP = 20;
const FARTHEST = 6000;
const CLEAR = 30;

type Rect = Omit<Box, 'id' | 'role' | 'enters' | 'leaves'>;

async function laidOut(layout: Layouter, boxes: readonly Box[], links: readonly Link[]): Promise<Box[]> {
  if (boxes.length === 0) return [];
  const { children = [] } = await layout(elkGraph(boxes, links));
  const places = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  return boxes.map((box) => ({ ...box, ...places.get(box.id) }));
}

function shifted(boxes: readonly Box[], dx: number, dy: number): Box[] {
  return boxes.map((box) => ({ ...box, x: Math.round(box.x + dx), y: Math.round(box.y + dy) }));
}

const leftOf = (boxes: readonly Rect[]) => Math.min(...boxes.map(({ x }) => x));
const rightOf = (boxes: readonly Rect[]) => Math.max(...boxes.map(({ x, width }) => x + width));
const topOf = (boxes: readonly Rect[]) => Math.min(...boxes.map(({ y }) => y));
const bottomOf = (boxes: readonly Rect[]) => Math.max(...boxes.map(({ y, height }) => y + height));

/** The whole journey: Start stays where it is and everything else follows it; what nothing connects to it stands below. */
export async function arrangeJourney(layout: Layouter, boxes: readonly Box[], links: readonly Link[]): Promise<Place[]> {
  const { journey, apart, idleEnds } = partsOf(boxes, links);
  const main = await laidOut(layout, journey, links);
  const others = await laidOut(layout, apart, links);
  const anchor = boxes.find(({ role }) => role === 'start') ?? { x: leftOf(boxes), y: topOf(boxes) };
  const placed = main.find(({ role }) => role === 'start') ?? { x: 0, y: 0 };
  const first = shifted(main, anchor.x - placed.x, anchor.y - placed.y);
  const column = first.find(({ role }) => role === 'end');
  const idle = idleEnds.map((box, index) => ({
    ...box,
    x: column?.x ?? rightOf(first) + END_GAP,
    y: (column === undefined ? anchor.y : column.y - END_GAP) + index * END_GAP,
  }));
  const left = leftOf(first.filter(({ role }) => role === 'node'));
  const below = shifted(
    others,
    (Number.isFinite(left) ? left : anchor.x) - leftOf(others),
    bottomOf([...first, ...idle]) + APART_BELOW - topOf(others),
  );
  return [...first, ...idle, ...below].map(({ id, x, y }) => ({ id, x, y }));
}

function covers(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width + CLEAR && b.x < a.x + a.width + CLEAR && a.y < b.y + b.height + CLEAR && b.y < a.y + a.height + CLEAR;
}

/** The shift nearest to none with which the boxes lie on none of the others. */
function freeShift(boxes: readonly Box[], others: readonly Box[]): { dx: number; dy: number } {
  const free = (dx: number, dy: number) => !boxes.some((box) => others.some((other) => covers({ ...box, x: box.x + dx, y: box.y + dy }, other)));
  for (let ring = 0; ring <= FARTHEST; ring += STEP) {
    for (let along = -ring; along <= ring; along += STEP) {
      const around: [number, number][] = [
        [along, ring],
        [ring, along],
        [along, -ring],
        [-ring, along],
      ];
      for (const [dx, dy] of around) if (free(dx, dy)) return { dx, dy };
    }
  }
  return { dx: 0, dy: 0 };
}

/** Some nodes among others: they stay where they are as a group, or as near as they then lie on no other node. */
export async function arrangeSome(layout: Layouter, boxes: readonly Box[], links: readonly Link[], chosen: ReadonlySet<string>): Promise<Place[]> {
  const moving = boxes.filter(({ id }) => chosen.has(id));
  const others = boxes.filter(({ id }) => !chosen.has(id));
  const placed = await laidOut(layout, moving, links);
  const there = shifted(placed, leftOf(moving) - leftOf(placed), topOf(moving) - topOf(placed));
  const { dx, dy } = freeShift(there, others);
  return shifted(there, dx, dy).map(({ id, x, y }) => ({ id, x, y }));
}
