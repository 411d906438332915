import { describe, expect, test } from 'vitest';
import type { Point, Rect } from './geometry.ts';
import { createRoutes } from './routes.ts';
import * as routing from './routing.ts';

const card = (x: number, y: number, width = 144, height = 80): Rect => ({ x, y, width, height });
const out = ({ x, y, width }: Rect): Point => ({ x: x + width, y: y + 50 });
const into = ({ x, y }: Rect): Point => ({ x, y: y + 20 });

/** Cards that a way runs through. */
function crossed(points: readonly Point[], cards: readonly Rect[]): Rect[] {
  return cards.filter((rect) =>
    points.slice(1).some((b, index) => {
      const a = points[index] ?? b;
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
      const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
      return left < rect.x + rect.width && right > rect.x && top < rect.y + rect.height && bottom > rect.y;
    }),
  );
}

describe('among cards that stand close', () => {
  const grid = [0, 1, 2, 3].flatMap((column) => [0, 1, 2].map((row) => card(column * 154, row * 92)));
  const at = (column: number, row: number) => grid[column * 3 + row] as Rect;

  test.each([
    ['over a card in between', at(0, 1), at(2, 1)],
    ['back over the cards', at(3, 1), at(0, 1)],
    ['to another row', at(0, 0), at(3, 2)],
    ['to itself', at(1, 1), at(1, 1)],
  ])('a connection runs between them: %s', (_, from, to) => {
    for (const lane of [0, 1, 2, 3]) expect(crossed(routing.route({ from: out(from), to: into(to), lane }, grid), grid)).toEqual([]);
  });
});

describe('when one of many cards moves', () => {
  const wide = (column: number, row: number) => card(column * 320, row * 200, 224, 100);
  const cards = new Map(Array.from({ length: 400 }, (_, index) => [`n${index}`, wide(index % 20, Math.floor(index / 20))] as const));
  const requests = new Map(
    [...cards.keys()].flatMap((id, index) => {
      const [from, to] = [cards.get(id), cards.get(`n${index % 7 === 0 ? Math.max(0, index - 1) : index + 1}`)];
      return from && to ? [[id, { from: out(from), to: into(to), lane: index % 3 }] as const] : [];
    }),
  );
  const moved = new Map([...cards, ['n45', card(1500, 430, 224, 100)]]);

  test('only the connections that it has a part in are routed anew, and every way is what it would be from nothing', () => {
    const routes = createRoutes();
    const first = routes.among(cards);
    const before = new Map([...requests].map(([id, request]) => [id, first(id, request)]));
    const again = routes.among(moved);
    const fresh = createRoutes().among(moved);
    const kept = [...requests].filter(([id, request]) => {
      const points = again(id, request);
      expect(points).toEqual(fresh(id, request));
      expect(points).toEqual(routing.route(request, [...moved.values()]));
      return points === before.get(id);
    });
    expect(kept.length).toBeGreaterThan(requests.size * 0.75);
    expect(kept.length).toBeLessThan(requests.size);
  });
});
