import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../model.ts';
import { changesBetween, withChanges } from './changes.ts';

describe('what changed', () => {
  test('is named value by value within objects; a list is one value', () => {
    const before = { sn: 'Jensen', preferences: { updates: true, marketing: true }, roles: ['a'], mail: 'b@example.com' };
    const after = { sn: 'Jensen', preferences: { updates: true, marketing: false }, roles: ['a', 'b'], city: 'Oslo' };
    expect(changesBetween(before, after)).toEqual([
      { path: ['preferences', 'marketing'], value: false },
      { path: ['roles'], value: ['a', 'b'] },
      { path: ['city'], value: 'Oslo' },
      { path: ['mail'] },
    ]);
  });

  test('is nothing where only the order of keys differs', () => {
    expect(changesBetween({ a: { b: 1, c: 2 }, d: [{ e: 1, f: 2 }] }, { d: [{ f: 2, e: 1 }], a: { c: 2, b: 1 } })).toEqual([]);
  });

  test('turns an object into a text and back', () => {
    expect(changesBetween({ a: { b: 1 } }, { a: 'x' })).toEqual([{ path: ['a'], value: 'x' }]);
    expect(changesBetween({ a: 'x' }, { a: { b: 1 } })).toEqual([{ path: ['a'], value: { b: 1 } }]);
  });
});

describe('changes laid over what others changed meanwhile', () => {
  test('leave their values as they are', () => {
    const changes = changesBetween({ preferences: { updates: true } }, { preferences: { updates: false } });
    expect(withChanges({ preferences: { updates: true, marketing: true }, sn: 'x' }, changes)).toEqual({
      preferences: { updates: false, marketing: true },
      sn: 'x',
    });
  });

  test('make an object anew that is gone, but take nothing from where nothing is', () => {
    expect(withChanges({ a: 1 }, [{ path: ['b', 'c'], value: 2 }])).toEqual({ a: 1, b: { c: 2 } });
    expect(withChanges({ a: 1 }, [{ path: ['b', 'c'] }])).toEqual({ a: 1 });
    expect(withChanges({ a: 1 }, [{ path: ['a', 'c'] }])).toEqual({ a: 1 });
  });

  test('keep a key that is called like a prototype', () => {
    const odd = JSON.parse('{"__proto__": {"admin": true}}') as JsonObject;
    const made = withChanges({}, changesBetween({}, odd));
    expect(JSON.stringify(made)).toBe('{"__proto__":{"admin":true}}');
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });
});

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })) as fc.Arbitrary<JsonObject>;

test('what changed leads from the one to the other', () => {
  fc.assert(
    fc.property(object, object, (before, after) => {
      expect(withChanges(before, changesBetween(before, after))).toEqual(after);
    }),
  );
});
