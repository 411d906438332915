import { describe, expect, test } from 'vitest';
import { java } from './java.ts';
import { jsonValue } from './json-value.ts';

type Methods = Record<string, (...args: unknown[]) => unknown>;
const of = (value: unknown) => jsonValue(java(value)) as Methods;
const child = (value: Methods, key: unknown) => value.get?.(key) as Methods;

describe('what a JsonValue says of itself', () => {
  test.each<[unknown, string, unknown]>([
    ['a', 'isString', true],
    ['a', 'isMap', false],
    [1, 'isNumber', true],
    [true, 'isBoolean', true],
    [[], 'isList', true],
    [[], 'isCollection', true],
    [{}, 'isMap', true],
    [null, 'isNull', true],
    [undefined, 'isNull', true],
    ['', 'isNull', false],
    ['', 'isNotNull', true],
    [[1, 2], 'size', 2],
    [{ a: 1 }, 'size', 1],
    ['abc', 'size', 0],
    ['a', 'getObject', 'a'],
    [undefined, 'getObject', null],
    [{ a: 1 }, 'toString', '{"a":1}'],
    ['a', 'toString', '"a"'],
  ])('%j.%s() is %j', (value, method, expected) => {
    expect(of(value)[method]?.()).toEqual(expected);
  });
});

describe('as…() gives the value, null for null, an exception for another type', () => {
  test.each<[string, unknown, unknown]>([
    ['asString', 'a', 1],
    ['asBoolean', false, 'a'],
    ['asInteger', 3, 3.5],
    ['asLong', 3, 'a'],
    ['asDouble', 3.5, 'a'],
    ['asNumber', 3.5, 'a'],
    ['asMap', { a: 1 }, []],
    ['asList', [1], {}],
    ['asCollection', [1], 'a'],
  ])('%s', (method, right, wrong) => {
    expect(of(right)[method]?.()).toEqual(right);
    expect(of(null)[method]?.()).toBeNull();
    expect(() => of(wrong)[method]?.()).toThrow('JsonValueException: Expecting a java.');
  });
});

test('get goes down and never fails, put and add change', () => {
  const value = of({ a: { b: [10, 20] } });
  const down = child(child(value, 'a'), 'b');
  expect(child(down, 1).asInteger?.()).toBe(20);
  expect(child(down, 9).isNull?.()).toBe(true);
  expect(child(child(value, 'x'), 'y').isNull?.()).toBe(true);
  expect(down.contains?.(10)).toBe(true);
  expect(down.isDefined?.(1)).toBe(true);
  expect(value.isDefined?.('x')).toBe(false);
  down.add?.(30);
  value.put?.('c', 1);
  value.add?.('d', 2);
  expect(value.toString?.()).toBe('{"a":{"b":[10,20,30]},"c":1,"d":2}');
  expect(value.setObject?.('new')).toBe(value);
  expect(value.asString?.()).toBe('new');
  expect(() => value.put?.('a', 1)).toThrow('Expecting a java.util.Map');
  expect(() => value.add?.(1)).toThrow('Expecting a java.util.Map');
});
