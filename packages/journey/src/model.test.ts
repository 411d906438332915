import { describe, expect, it } from 'vitest';
import { jsonSchema } from './model.ts';

describe('any JSON', () => {
  it.each([[null], [0], [-1.5], [''], [true], [[]], [{}], [{ a: [1, { b: null }] }], [Object.create(null)]])('is %j', (value) => {
    expect(jsonSchema.safeParse(value).data).toEqual(value);
  });

  it.each([
    ['undefined', undefined],
    ['a number that JSON has no word for', Number.NaN],
    ['a date', new Date(0)],
    ['a function in a list', [() => 1]],
    ['a map far inside', { a: { b: new Map() } }],
    ['a bigint', 1n],
  ])('is not %s', (_, value) => {
    expect(jsonSchema.safeParse(value).success).toBe(false);
  });
});
