import { describe, expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { deriveNodes } from './derive.ts';
import { freePlace, nearestFree } from './freePlace.ts';
import type { Rect } from './geometry.ts';

const card = (x: number, y: number): Rect => ({ x, y, width: 224, height: 100 });
const apart = (a: Rect, b: Rect) => a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;

describe('a node that is placed', () => {
  test('stays where nothing is in its way', () => expect(nearestFree(card(7, 3), [card(400, 0)])).toEqual({ x: 7, y: 3 }));

  test('moves just clear of the one it would lie on', () => {
    expect(nearestFree(card(0, 60), [card(0, 0)])).toEqual({ x: 0, y: 120 });
    expect(nearestFree(card(200, 10), [card(0, 0)])).toEqual({ x: 260, y: 10 });
  });

  test('finds the gap between others rather than going past them all', () => {
    const others = [card(0, 0), card(0, 120), card(0, 400), card(254, 0)];
    const place = nearestFree(card(0, 130), others);
    expect(place).toEqual({ x: 0, y: 240 });
    for (const other of others) expect(apart({ ...card(0, 0), ...place }, other)).toBe(true);
  });

  test('keeps clear of the fixed points, too', () => {
    const document = loopDocument();
    const [id] = Object.keys(document.tree.nodes ?? {});
    const success = deriveNodes(document, []).find((node) => node.ariaLabel === 'Success');
    const node = document.tree.nodes?.[id ?? ''];
    if (!id || !success || !node) throw new Error('The journey has a node and an end.');
    Object.assign(node, success.position);
    const at = freePlace(document, [], id);
    expect(apart({ ...card(0, 0), ...at }, { ...success.position, width: success.width ?? 0, height: success.height ?? 0 })).toBe(true);
  });
});
