import { expect, test } from 'vitest';
import { loopDocument, resource } from '../testing/documents.ts';
import type { JourneyDocument } from './document.ts';
import { freeShift } from './freeShift.ts';

function row(places: Readonly<Record<string, [number, number]>>): JourneyDocument {
  const ids = Object.keys(places);
  return {
    tree: {
      _id: 'Row',
      nodes: Object.fromEntries(ids.map((id) => [id, { nodeType: 'MessageNode', x: places[id]?.[0] ?? 0, y: places[id]?.[1] ?? 0 }])),
      staticNodes: loopDocument().tree.staticNodes ?? {},
    },
    nodes: Object.fromEntries(ids.map((id) => [id, resource('MessageNode', id)])),
    scripts: {},
  };
}
const shift = (places: Readonly<Record<string, [number, number]>>, ...ids: string[]) => freeShift(row(places), [], ids);

test('nodes that lie on nothing stay', () => expect(shift({ a: [300, 900], b: [300, 400] }, 'a')).toEqual({ x: 0, y: 0 }));

test('nodes go the shortest way off the others, as one', () => {
  const down = shift({ a: [300, 900], b: [600, 900], old: [300, 900], other: [600, 900] }, 'a', 'b');
  expect(down.x).toBe(0);
  expect(down.y).toBeGreaterThan(80);
  expect(shift({ a: [500, 900], old: [300, 900] }, 'a')).toEqual({ x: 54, y: 0 });
});

test('nodes go past everything that lies on the way', () => {
  const alone = shift({ a: [300, 900], old: [300, 900] }, 'a');
  const way = shift({ a: [300, 900], old: [300, 900], below: [320, 900 + alone.y + 30], above: [320, 900 - alone.y - 30] }, 'a');
  expect(way).toEqual({ x: 254, y: 0 });
});
