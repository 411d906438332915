import { expect, test } from 'vitest';
import { position, rhinoMessage } from './rhino-error.ts';

const message = 'TypeError: not a function';
const shown = (variable: string, key: string) => ({ uri: 'https://x', 'nodeState:key': 'value' })[variable || `nodeState:${key}`];

test.each([
  ['var x = uri.asString();', undefined, 'TypeError: Cannot find function asString in object https://x.'],
  ['nodeState.get("key").asString()', undefined, 'TypeError: Cannot find function asString in object value.'],
  ["var v = nodeState.get('key').asString();", undefined, 'TypeError: Cannot find function asString in object value.'],
  ['local.includes("a")', undefined, 'TypeError: Cannot find function includes.'],
  ['a.b(); uri.asString();', 12, 'TypeError: Cannot find function asString in object https://x.'],
  ['a.b(); uri.asString();', undefined, message],
  ['(1)()', undefined, message],
])('%s', (line, column, expected) => {
  expect(rhinoMessage(message, line, column, shown)).toBe(expected);
});

test('other messages stay', () => {
  expect(rhinoMessage("ReferenceError: 'x' is not defined", 'uri.asString()', undefined, shown)).toBe("ReferenceError: 'x' is not defined");
});

test('position of an error from the stack', () => {
  expect(position('    at f (tandem:1:2)\n    at <eval> (script.js:3:14)\n', 'script.js')).toEqual({ line: 3, column: 14 });
  expect(position('    at script.js:7\n', 'script.js')).toEqual({ line: 7, column: undefined });
  expect(position('', 'script.js')).toBeUndefined();
});
