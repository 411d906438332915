import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './align.ts';

const same = (text: string) => text;
const told = (a: string, b: string) => align([...a], [...b], same, same).map((pair) => `${pair.a ?? '_'}${pair.b ?? '_'}`);

test('what both tell alike stands beside each other, also after a difference; the rest beside a gap', () => {
  expect(told('abc', 'abc')).toEqual(['aa', 'bb', 'cc']);
  expect(told('abxcd', 'abcd')).toEqual(['aa', 'bb', 'x_', 'cc', 'dd']);
  expect(told('abcd', 'abxycd')).toEqual(['aa', 'bb', '_x', '_y', 'cc', 'dd']);
  expect(told('axxbyc', 'azbc')).toEqual(['aa', 'xz', 'x_', 'bb', 'y_', 'cc']);
  expect(told('', 'ab')).toEqual(['_a', '_b']);
});

test('every entry of both is there once, in its order, and a pair is alike exactly where both tell the same', () => {
  const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  fc.assert(
    fc.property(lists, lists, (left, right) => {
      const pairs = align(left, right, same, same);
      expect(pairs.flatMap(({ a }) => a ?? [])).toEqual(left);
      expect(pairs.flatMap(({ b }) => b ?? [])).toEqual(right);
      for (const pair of pairs) if (pair.same) expect(pair.a).toBe(pair.b);
    }),
  );
});

test('lists that are long and have nothing in common are put beside each other without being looked through', () => {
  const left = Array.from({ length: 5000 }, (_, index) => `a${index}`);
  const right = Array.from({ length: 4000 }, (_, index) => `b${index}`);
  const pairs = align(left, right, same, same);
  expect(pairs).toHaveLength(5000);
  expect(pairs[4000]).toEqual({ a: 'a4000', b: null, same: false });
});
