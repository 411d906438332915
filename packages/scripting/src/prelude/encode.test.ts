import { describe, expect, test } from 'vitest';
import { describe as describeError, display, encode, text, wrapped } from './encode.ts';

class Point {
  constructor(readonly x = 1) {}
}

describe('encode agrees with JSON.stringify on plain values', () => {
  test.each([
    [null],
    [true],
    [0],
    [-0],
    [1.5e300],
    [''],
    ['"\\\n\u2028\ud800'],
    [[]],
    [{}],
    [[1, [2, [3]]]],
    [{ a: { b: [null, 'x'] }, 'k"': 1 }],
    [{ a: undefined, b: () => 1, c: Symbol('s') }],
    [[undefined, () => 1]],
    [new Date(0)],
    [new Date(Number.NaN)],
    [Object(1)],
    [Object('s')],
    [Object(false)],
    [new Point()],
    [Object.create({ inherited: 1 })],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [JSON.parse('{"__proto__":{"a":1}}')],
  ])('%j', (value) => {
    expect(encode(value)).toBe(JSON.stringify(value));
  });
});

describe('encode differs where scripts could forge or fail', () => {
  test('toJSON takes no part', () => {
    expect(encode({ a: 1, toJSON: () => 'forged' })).toBe('{"a":1}');
  });
  test('undefined and functions alone are null, bigints numbers, typed arrays lists', () => {
    expect([undefined, () => 1, 12n, new Uint8Array([1, 2])].map(encode)).toEqual(['null', 'null', '12', '[1,2]']);
  });
  test('a wrapped value is the value inside', () => {
    const wrapper = {};
    wrapped.set(wrapper, () => ({ inner: true }));
    expect(encode([wrapper])).toBe('[{"inner":true}]');
    expect(text(wrapper)).toBe('{"inner":true}');
  });
  test('depth is bounded', () => {
    const loop: { self?: object } = {};
    loop.self = loop;
    expect(() => encode(loop)).toThrow('nested more than 64 levels deep or refers to itself');
    expect(encode(Array.from({ length: 60 }).reduce<unknown>((inner) => [inner], 1))).toContain('1');
  });
});

test.each([
  ['a', 'a'],
  [1, '1'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'true'],
  [{ a: 1 }, '{"a":1}'],
  [[1, 'b'], '[1,"b"]'],
  [Object('boxed'), 'boxed'],
])('text of %j is %s', (value, expected) => {
  expect(text(value)).toBe(expected);
  expect(display(value)).toBe(expected);
});

test('errors are shown by name and message, whatever was thrown', () => {
  expect(describeError(new TypeError('bad')).message).toBe('TypeError: bad');
  expect(describeError(new TypeError('bad')).stack).toContain('encode.test');
  expect(describeError('text')).toEqual({ message: 'text', stack: '' });
  expect(describeError(undefined).message).toBe('undefined');
  expect(describeError({ code: 1 }).message).toBe('{"code":1}');
  const hostile = {
    get message() {
      throw new Error('no');
    },
    stack: '',
  };
  expect(describeError(hostile).message).toBe('the script threw a value that cannot be shown');
  expect(display(new Error('bad'))).toBe('Error: bad');
});
