import { expect, test } from 'vitest';
import { createRandom } from './deterministic.ts';
import { randomUuid } from './utils.ts';

const take = (seed: string, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

test('a seed gives one sequence, similar seeds others', () => {
  expect(take('00ff', 100)).toEqual(take('00ff', 100));
  expect(take('00ff', 4)).not.toEqual(take('00fe', 4));
  expect(take('', 4)).not.toEqual(take('0', 4));
});

test('numbers are spread over 32 bits', () => {
  const numbers = take('spread', 32_000);
  expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32)).toBe(true);
  for (let bit = 0; bit < 32; bit++) {
    const ones = numbers.filter((number) => (number >>> bit) & 1).length;
    expect(Math.abs(ones - 16_000)).toBeLessThan(600);
  }
});

test('ids are version 4 and do not repeat', () => {
  const random = createRandom('ids');
  const ids = Array.from({ length: 5000 }, () => randomUuid(random));
  expect(new Set(ids).size).toBe(5000);
  for (const id of ids.slice(0, 200)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
