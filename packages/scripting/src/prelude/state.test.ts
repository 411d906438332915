import { expect, test } from 'vitest';
import { bindingsOf } from '../testing/support.ts';
import { merged } from './node-state.ts';
import { createState } from './state.ts';

function stateOf(bindings: Parameters<typeof bindingsOf>[0]) {
  const lines: string[] = [];
  return {
    lines,
    state: createState(bindingsOf(bindings), {
      host: () => '',
      library: () => '',
      crypto: () => '',
      prepare: () => '',
      record: (line) => void lines.push(line),
    }),
  };
}

test('get looks in transient, secure, shared and records the key', () => {
  const { state, lines } = stateOf({ shared: { a: 1, b: 2, c: 3 }, secure: { a: 4, b: 5 }, transient: { a: 6 } });
  expect(['a', 'b', 'c', 'd'].map((key) => state.get(key))).toEqual(['6', '5', '3', undefined]);
  expect(lines).toEqual(['r"a"', 'r"b"', 'r"c"', 'r"d"']);
});

test('a put is seen at once, recorded once and no read afterwards', () => {
  const { state, lines } = stateOf({ transient: { k: 'old' } });
  state.put('shared', 'k', { x: [1] });
  expect(state.get('k')).toBe('"old"');
  expect(state.raw('shared', 'k')).toBe('{"x":[1]}');
  state.put('transient', 'k', 'new');
  expect(state.get('k')).toBe('"new"');
  expect(lines).toEqual([
    'w{"op":"put","scope":"shared","key":"k","value":{"x":[1]}}',
    'r"k"',
    'w{"op":"put","scope":"transient","key":"k","value":"new"}',
  ]);
});

test('remove takes a key from every scope', () => {
  const { state, lines } = stateOf({ shared: { k: 1 }, secure: { k: 2 }, transient: { k: 3 } });
  state.remove('k');
  expect(state.get('k')).toBeUndefined();
  expect(lines[0]).toBe('w{"op":"remove","key":"k"}');
});

test('keys are distinct over the scopes and count as reading everything', () => {
  const { state, lines } = stateOf({ shared: { a: 1, b: 1 }, secure: { b: 1, c: 1 }, transient: { d: 1, a: 1 } });
  expect(state.keys()).toEqual(['a', 'b', 'c', 'd']);
  expect(lines).toEqual(['r"*"']);
});

test('keys such as __proto__ and constructor are keys', () => {
  const { state } = stateOf({ shared: JSON.parse('{"__proto__":1}') });
  expect(state.get('__proto__')).toBe('1');
  expect(state.get('constructor')).toBeUndefined();
  state.put('shared', 'toString', 1);
  expect(state.keys()).toEqual(['__proto__', 'toString']);
});

test('merged maps: transient over secure over shared, frozen all the way down', () => {
  const { state } = stateOf({ shared: { m: { a: 1, b: 1, c: { d: 1 } } }, secure: { m: { b: 2 } }, transient: { m: { e: 3 } } });
  const value = merged(state, 'm') as { c: object };
  expect(JSON.parse(JSON.stringify(value))).toEqual({ a: 1, b: 2, c: { d: 1 }, e: 3 });
  expect(Object.isFrozen(value) && Object.isFrozen(value.c)).toBe(true);
  expect(merged(state, 'none')).toBeNull();
});

test('a value that is no map is given as it stands', () => {
  const { state } = stateOf({ shared: { k: { a: 1 } }, transient: { k: 'text' } });
  expect(merged(state, 'k')).toBe('text');
});
