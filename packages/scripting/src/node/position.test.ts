import { expect, test } from 'vitest';
import { position } from './position.ts';

test('position of an error from the stack', () => {
  expect(position('    at f (tandem:1:2)\n    at <eval> (script.js:3:14)\n', 'script.js')).toEqual({ line: 3, column: 14 });
  expect(position('    at script.js:7\n', 'script.js')).toEqual({ line: 7, column: undefined });
  expect(position('', 'script.js')).toBeUndefined();
});
