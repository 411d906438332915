import { FAILURE_NODE_ID, moveNodes, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { loopDocument, resource } from '../testing/documents.ts';
import { deriveNodes, widthOfCards } from './derive.ts';
import type { JourneyDocument } from './document.ts';
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

  test('stays right of the node that it was put beside', () => {
    expect(nearestFree(card(300, 0), [card(0, 0), card(450, 50)], 300)).toEqual({ x: 300, y: -70 });
    expect(nearestFree(card(10, 0), [card(0, 0)], 10).x).toBeGreaterThanOrEqual(10);
  });

  test('has room beside cards as wide as they are drawn, also where it was wanted on an end', () => {
    const document: JourneyDocument = {
      tree: {
        _id: 'Two',
        nodes: {
          first: { nodeType: 'UsernameCollectorNode', x: 400, y: 240 },
          next: { nodeType: 'BackChannelInitNode', x: 700, y: 240 },
        },
        staticNodes: { startNode: { x: 60, y: 240 }, [SUCCESS_NODE_ID]: { x: 900, y: 160 }, [FAILURE_NODE_ID]: { x: 900, y: 320 } },
      },
      nodes: { first: resource('UsernameCollectorNode', 'first'), next: resource('BackChannelInitNode', 'next') },
      scripts: {},
    };
    for (const least of [undefined, 700]) {
      const at = freePlace(document, [], 'next', least);
      expect(at.x).toBeGreaterThanOrEqual(least ?? 0);
      expect(widthOfCards({ ...document, tree: moveNodes(document.tree, { next: at }) }, [])).toBe(224);
    }
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
