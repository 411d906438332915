import { FAILURE_NODE_ID, moveNodes, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import ELK from 'elkjs/lib/elk.bundled.js';
import { describe, expect, test } from 'vitest';
import { boxesOf } from '../canvas/boxes.ts';
import { deriveNodes } from '../canvas/derive.ts';
import { deriveEdges } from '../canvas/edges.ts';
import type { Point, Rect } from '../canvas/geometry.ts';
import { loopDocument } from '../testing/documents.ts';
import { arrangeJourney, arrangeSome, type Layouter, type Place } from './arrange.ts';
import type { Box, Link } from './graph.ts';

const elk = new ELK();
const layout: Layouter = (graph) => elk.layout(graph);

const node = (id: string, leaves: string[] = ['next'], height = 60): Box => ({
  id,
  role: 'node',
  x: 0,
  y: 0,
  width: 224,
  height,
  enters: 20,
  leaves: leaves.map((leave, index) => ({ id: leave, y: 50 + index * 20 })),
});
const start: Box = { ...node('start', ['start']), role: 'start', x: 40, y: 90, width: 70, height: 32, enters: null };
const end: Box = { ...node('end', []), role: 'end', width: 92, height: 32 };
const link = (from: string, to: string, outcome = 'next'): Link => ({ from, to, outcome });
const byId = (places: readonly Place[]) => new Map(places.map((place) => [place.id, place]));
const rectsOf = (boxes: readonly Box[], places: readonly Place[]) => boxes.map((box) => ({ ...box, ...byId(places).get(box.id) }));

function overlapping(rects: readonly Rect[]): number {
  const meet = (a: Rect, b: Rect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return rects.flatMap((a, index) => rects.slice(index + 1).filter((b) => meet(a, b))).length;
}

function runsThrough(points: readonly Point[], { x, y, width, height }: Rect): boolean {
  return points.slice(1).some((b, index) => {
    const a = points[index] ?? b;
    return Math.min(a.x, b.x) < x + width && Math.max(a.x, b.x) > x && Math.min(a.y, b.y) < y + height && Math.max(a.y, b.y) > y;
  });
}

describe('a tidied journey', () => {
  const boxes = [start, node('a', ['yes', 'no']), node('b'), node('c'), end];
  const links = [link('start', 'a', 'start'), link('a', 'b', 'yes'), link('a', 'c', 'no'), link('b', 'end'), link('c', 'a')];

  test('Start stays where it is and is first, ends are last, and a loop back turns nothing around', async () => {
    const places = byId(await arrangeJourney(layout, boxes, links));
    expect(places.get('start')).toEqual({ id: 'start', x: 40, y: 90 });
    const xs = ['start', 'a', 'b', 'end'].map((id) => places.get(id)?.x ?? 0);
    expect(xs).toEqual([...xs].sort((one, other) => one - other));
    expect(places.get('c')?.x).toBeGreaterThan(places.get('a')?.x ?? 0);
  });

  test('targets stand in the order of the outcomes that lead to them, whatever order they came in', async () => {
    for (const order of [boxes, boxes.toReversed()]) {
      const places = byId(await arrangeJourney(layout, order, links));
      expect(places.get('b')?.y).toBeLessThan(places.get('c')?.y ?? 0);
    }
  });

  test('what nothing connects to the journey stands below it', async () => {
    const all = [...boxes, node('lost'), node('found')];
    const places = await arrangeJourney(layout, all, [...links, link('lost', 'found'), link('found', 'end')]);
    const bottom = Math.max(...['a', 'b', 'c'].map((id) => (byId(places).get(id)?.y ?? 0) + 60));
    expect(byId(places).get('lost')?.y).toBeGreaterThan(bottom);
    expect(overlapping(rectsOf(all, places))).toBe(0);
  });

  test('an end that nothing leads to stands with the other one, not with Start', async () => {
    const all = [...boxes, { ...end, id: 'idle' }];
    const places = await arrangeJourney(layout, all, links);
    expect(byId(places).get('idle')?.x).toBe(byId(places).get('end')?.x);
    expect(overlapping(rectsOf(all, places))).toBe(0);
  });

  test('of a selection only its nodes move, and onto no other', async () => {
    const wall = { ...node('wall'), x: 300, y: 0, height: 400 };
    const some = [{ ...node('one'), x: 0, y: 0 }, { ...node('two'), x: 10, y: 10 }, wall];
    const places = await arrangeSome(layout, some, [link('one', 'two')], new Set(['one', 'two']));
    expect(places.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(overlapping(rectsOf(some, places))).toBe(0);
  });
});

test('a polling loop on the canvas: no card on another and no connection through a card', async () => {
  const document = loopDocument();
  const { boxes, links } = boxesOf(document, []);
  const places = await arrangeJourney(layout, boxes, links);
  const tree = moveNodes(document.tree, Object.fromEntries(places.map(({ id, x, y }) => [id, { x, y }])));
  const nodes = deriveNodes({ ...document, tree }, []);
  const rects = nodes.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height }));
  expect(overlapping(rects)).toBe(0);
  const crossed = deriveEdges(tree, nodes).filter(({ data }) => rects.some((rect) => runsThrough(data?.points ?? [], rect)));
  expect(crossed.map(({ id }) => id)).toEqual([]);
  expect(places.map(({ id }) => id)).toEqual(expect.arrayContaining([START_NODE_ID, SUCCESS_NODE_ID, FAILURE_NODE_ID]));
});
