import { describe, expect, test } from 'vitest';
import type { Rect } from './geometry.ts';
import { createAligner } from './helperLines.ts';

const alignTo = (dragged: Rect, others: readonly Rect[], reach: number) => createAligner(others)(dragged, reach);
const card = (x: number, y: number) => ({ x, y, width: 200, height: 60 });

describe('helper lines', () => {
  test('draw a dragged card onto the edge of a near one, and show how far the line goes', () => {
    expect(alignTo(card(4, 300), [card(0, 0)], 6)).toEqual({ dx: -4, dy: 0, lines: [{ axis: 'x', at: 0, from: 0, to: 360 }] });
  });
  test('middles meet middles, edges meet edges', () => {
    const small = { x: 53, y: 300, width: 100, height: 20 };
    expect(alignTo(small, [card(0, 0)], 6)).toMatchObject({ dx: -3, lines: [{ axis: 'x', at: 100 }] });
    expect(alignTo({ ...small, x: 99, width: 60 }, [card(0, 0)], 3).lines).toEqual([]);
  });
  test('both ways at once; of several lines the nearest', () => {
    const { dx, dy } = alignTo(card(3, 102), [card(0, 400), card(5, 800), card(600, 100)], 6);
    expect([dx, dy]).toEqual([2, -2]);
  });
  test('nothing is drawn from afar', () => {
    expect(alignTo(card(20, 300), [card(0, 0)], 6)).toEqual({ dx: 0, dy: 0, lines: [] });
  });
});
