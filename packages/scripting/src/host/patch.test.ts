import { expect, test } from 'vitest';
import type { Json } from '../types.ts';
import { applyPatch } from './patch.ts';

const object = { mail: 'a', list: ['x', 'y'], count: 1, nested: { a: 1, b: 2 } };

test.each<[object, object]>([
  [{ operation: 'replace', field: '/mail', value: 'b' }, { mail: 'b' }],
  [{ operation: 'replace', field: 'new', value: [1] }, { new: [1] }],
  [{ operation: 'replace', field: '/nested/a', value: 9 }, { nested: { a: 9, b: 2 } }],
  [{ operation: 'replace', field: '/deep/er', value: 9 }, { deep: { er: 9 } }],
  [{ operation: 'add', field: '/list', value: 'z' }, { list: ['x', 'y', 'z'] }],
  [{ operation: 'add', field: '/list/-', value: 'z' }, { list: ['x', 'y', 'z'] }],
  [{ operation: 'add', field: '/other/-', value: 'z' }, { other: ['z'] }],
  [{ operation: 'add', field: '/mail', value: 'b' }, { mail: 'b' }],
  [{ operation: 'remove', field: '/list', value: 'x' }, { list: ['y'] }],
  [{ operation: 'increment', field: '/count', value: 2 }, { count: 3 }],
  [{ operation: 'replace', field: '/a~1b', value: 1 }, { 'a/b': 1 }],
  [{ operation: 'replace', field: '/list/1', value: 'z' }, { list: ['x', 'z'] }],
  [{ operation: 'remove', field: '/list/0' }, { list: ['y'] }],
  [
    { operation: 'copy', from: '/mail', field: '/nested/mail' },
    { mail: 'a', nested: { a: 1, b: 2, mail: 'a' } },
  ],
  [{ operation: 'copy', from: '/list/1', field: '/first' }, { first: 'y' }],
])('%j', (operation, expected) => {
  expect(applyPatch(object, [operation as Json])).toMatchObject(expected);
});

test('move takes the value from where it was', () => {
  expect(applyPatch(object, [{ operation: 'move', from: '/nested/a', field: '/moved' }])).toEqual({ ...object, nested: { b: 2 }, moved: 1 });
});

test('remove takes a field away, and the object given is not touched', () => {
  expect(
    applyPatch(object, [
      { operation: 'remove', field: '/mail' },
      { operation: 'remove', field: '/nested/a' },
    ]),
  ).toEqual({ list: ['x', 'y'], count: 1, nested: { b: 2 } });
  expect(object.nested).toEqual({ a: 1, b: 2 });
});

test.each<[Json, string]>([
  ['x', 'must be a list'],
  [['x'], 'must be an object'],
  [[{ operation: 'replace', value: 1 }], 'JSON pointer'],
  [[{ operation: 'increment', field: '/mail', value: 1 }], 'is not a number'],
  [[{ operation: 'copy', from: '/none', field: '/mail' }], 'The field "/none" to copy does not exist'],
  [[{ operation: 'move', field: '/mail' }], 'JSON pointer'],
  [[{ operation: 'replace', field: '/list/2', value: 1 }], 'The list has no item "2"'],
  [[{ operation: 'transform', field: '/mail' }], 'not simulated: openidm.patch with operation "transform"'],
])('%j is refused', (operations, message) => {
  expect(() => applyPatch(object, operations)).toThrow(message);
});
