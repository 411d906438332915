import { describe, expect, test } from 'vitest';
import { scrollTo, topOf, windowOf } from './virtual.ts';

const flat = { line: 20, tall: new Map<number, number>() };
const open = { line: 20, tall: new Map([[2, 120]]) };

describe('a long list draws only what can be seen', () => {
  test('of 10,000 rows a few dozen', () => {
    const { first, end, top, total } = windowOf(10_000, flat, 100_000, 200);
    expect([first, end]).toEqual([4992, 5019]);
    expect([top, total]).toEqual([4992 * 20, 200_000]);
  });
  test('all of a short one', () => expect(windowOf(5, flat, 0, 200)).toEqual({ first: 0, end: 5, top: 0, total: 100 }));
  test('none of an empty one', () => expect(windowOf(0, flat, 0, 200)).toMatchObject({ end: 0, total: 0 }));
  test('an open row moves those below it', () => {
    expect([topOf(2, open), topOf(3, open), topOf(100, open)]).toEqual([40, 160, 2100]);
    expect(windowOf(100, open, 150, 20).total).toBe(2100);
  });
});

describe('a row is brought into sight', () => {
  test('not when it can be seen', () => expect(scrollTo(3, flat, 0, 200)).toBeNull());
  test('in the middle', () => expect(scrollTo(500, flat, 0, 200)).toBe(10_000 - 90));
  test('from above too, and never above the top', () => expect(scrollTo(0, flat, 500, 200)).toBe(0));
  test('with its top where it is higher than the list', () => expect(scrollTo(2, open, 0, 50)).toBe(40));
});
