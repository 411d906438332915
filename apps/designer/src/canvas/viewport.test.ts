import { describe, expect, test } from 'vitest';
import { farName } from './farName.ts';
import { CARD_WIDTH, cardWidth, NARROWEST, type Rect } from './geometry.ts';
import { CONTROLS, firstView, fitted, followView, inSight, losesMost } from './viewport.ts';

/** Cards in a row, each 100 px behind the one before. */
const row = (count: number): Rect[] => Array.from({ length: count }, (_, index) => ({ x: index * 300, y: 200, width: 200, height: 80 }));
const pane = { width: 676, height: 700 };
const [start] = row(1);

describe('the first view of a journey', () => {
  test('is all of it while its names can be read, clear of the controls', () => {
    const cards = row(6);
    const view = firstView(cards, start, pane, CONTROLS.edit);
    expect(inSight(cards, view, pane, CONTROLS.edit)).toBe(true);
    expect(view.zoom).toBeLessThan(0.46);
  });

  test('is the beginning of a longer one, large enough for outcomes', () => {
    const cards = row(20);
    const view = firstView(cards, start, pane, CONTROLS.edit);
    expect(view.zoom).toBe(0.6);
    expect(inSight(cards.slice(0, 3), view, pane, CONTROLS.edit)).toBe(true);
    expect(inSight(cards.slice(-1), view, pane, CONTROLS.edit)).toBe(false);
  });

  test('never enlarges a small journey', () => expect(fitted(row(1), pane, CONTROLS.edit).zoom).toBe(1));

  test('holds the connections that lead around the nodes', () => {
    const cards = row(3);
    const wire = [
      { x: 820, y: 900 },
      { x: -60, y: 900 },
    ].map((point) => ({ ...point, width: 0, height: 0 }));
    expect(inSight(wire, firstView(cards, start, pane, CONTROLS.edit, wire), pane, CONTROLS.edit)).toBe(true);
    expect(inSight(wire, firstView(cards, start, pane, CONTROLS.edit), pane, CONTROLS.edit)).toBe(false);
  });

  test('a tall journey ends above the controls', () => {
    const tall = [{ x: 0, y: 0, width: 200, height: 2000 }];
    const { y, zoom } = fitted(tall, pane, CONTROLS.run);
    expect(y + 2000 * zoom).toBeLessThanOrEqual(pane.height - CONTROLS.run);
  });
});

describe('following a run', () => {
  const small = { width: 382, height: 300 };
  const [first, second, third] = row(3) as [Rect, Rect, Rect];

  const follow = (node: Rect, near: readonly Rect[], all: readonly Rect[], now = { x: 0, y: 5000, zoom: 1 }, size = small) =>
    followView(node, near, all, now, size, CONTROLS.run);

  test('shows the node with what leads to it and where it may go', () => {
    const wide = { width: 500, height: 300 };
    const view = follow(second, [first, third], row(3), undefined, wide);
    expect(view && inSight([first, second, third], view, wide, CONTROLS.run)).toBe(true);
  });

  test('stays where it is while that is in sight, and readable', () => {
    const view = follow(second, [first, third], row(3));
    expect(view && follow(second, [first, third], row(3), view)).toBeNull();
    expect(follow(second, [first, third], row(20), fitted(row(20), small, CONTROLS.run))).not.toBeNull();
  });

  test('leaves out neighbours that are too far away to be read together with it', () => {
    const far = { ...first, x: 9000 };
    const view = follow(second, [first, far], [...row(3), far]);
    expect(view && inSight([first, second], view, small, CONTROLS.run)).toBe(true);
    expect(view?.zoom).toBeGreaterThan(0.55);
  });

  test('at the end of a journey shows the way there, not what lies behind it', () => {
    const cards = row(20);
    const last = cards.at(-1) as Rect;
    const view = follow(last, [], cards) ?? { x: 0, y: 0, zoom: 1 };
    const right = (small.width - view.x) / view.zoom;
    expect(right - (last.x + last.width)).toBeLessThan(30);
  });
});

describe('width of the cards of a journey', () => {
  const card = (x: number, y: number, height = 80) => ({ x, y, height });

  test('is as usual where there is room', () => expect(cardWidth([card(0, 0), card(300, 0)], [])).toBe(CARD_WIDTH));

  test('is what the closest neighbour on the right leaves, with room for an edge', () => {
    expect(cardWidth([card(0, 0), card(205, 20)], [])).toBe(175);
    expect(cardWidth([card(0, 0)], [{ x: 200, y: 10, width: 90, height: 30 }])).toBe(170);
  });

  test('does not depend on cards above or below', () => expect(cardWidth([card(0, 0), card(170, 80)], [])).toBe(CARD_WIDTH));

  test('has a least: below it neighbours overlap whatever is done', () => {
    expect(cardWidth([card(0, 0), card(160, 0)], [])).toBe(NARROWEST);
    expect(cardWidth([card(0, 0), card(30, 10)], [])).toBe(CARD_WIDTH);
  });
});

describe('a name on a card too small for anything else', () => {
  test('is as large as its words and the card allow', () => {
    expect(farName('Login', 224, 100)).toMatchObject({ size: 36, icon: true });
    expect(farName('Set Backchannel State Properties', 224, 100).size).toBeLessThan(farName('Backchannel Status', 224, 100).size);
    expect(farName('Identify Existing User', 144, 100).size).toBeLessThan(farName('Identify Existing User', 224, 100).size);
  });
  test('on a short card is as small as both of its words need, in one line', () => {
    const { size, lines } = farName('Debug Node', 144, 40);
    expect(size).toBeLessThan(24);
    expect(lines).toBeUndefined();
  });
  test('that has no room at any size ends after the lines that are seen whole', () => {
    expect(farName('Set Backchannel State Properties', 144, 40)).toMatchObject({ size: 16, lines: 1 });
  });
  test('leaves the icon out rather than getting smaller', () => expect(farName('Authentication', 200, 40).icon).toBe(false));
});

test('a pane loses most when less than half of what could be seen is left', () => {
  const cards = row(4);
  const view = fitted(cards, pane, CONTROLS.edit);
  expect(losesMost(cards, view, pane, { ...pane, width: 296 })).toBe(true);
  expect(losesMost(cards, view, pane, { ...pane, width: 560 })).toBe(false);
  expect(losesMost(cards, { x: 5000, y: 0, zoom: 1 }, pane, { ...pane, width: 296 })).toBe(false);
});
