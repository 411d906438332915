import { describe, expect, test } from 'vitest';
import { queryFilter } from '../testing/support.ts';
import type { Json, JsonObject } from '../types.ts';
import { fieldPath, managedObject, project } from './managed-object.ts';
import { query } from './query.ts';

const objects: JsonObject[] = [
  { _id: '1', userName: 'c', age: 10, city: 'Oslo' },
  { _id: '2', userName: 'A', age: 9 },
  { _id: '3', userName: 'b', age: 100, city: 'Bonn' },
];
const ids = (params: JsonObject) => (query(objects, params, undefined, queryFilter).result as JsonObject[]).map(({ _id }) => _id);

describe('order', () => {
  test.each<[Json, string[]]>([
    ['userName', ['2', '3', '1']],
    ['+userName', ['2', '3', '1']],
    ['-userName', ['1', '3', '2']],
    ['age', ['2', '1', '3']],
    ['/age', ['2', '1', '3']],
    ['city', ['3', '1', '2']],
    [
      ['-city', 'age'],
      ['2', '1', '3'],
    ],
    ['none', ['1', '2', '3']],
    [null, ['1', '2', '3']],
  ])('%j', (keys, expected) => {
    expect(ids({ _queryFilter: 'true', _sortKeys: keys })).toEqual(expected);
  });
});

describe('pages', () => {
  test.each<[JsonObject, string[]]>([
    [{ _pageSize: 2 }, ['1', '2']],
    [{ _pageSize: '1', _pagedResultsOffset: '1' }, ['2']],
    [{ _pagedResultsOffset: 2 }, ['3']],
    [{ _pageSize: 0 }, ['1', '2', '3']],
    [{ _pageSize: -1 }, ['1', '2', '3']],
  ])('%j', (params, expected) => {
    expect(ids({ _queryFilter: 'true', ...params })).toEqual(expected);
  });
});

test('fields by argument or by _fields; query-all-ids gives ids', () => {
  expect(query(objects, { _queryFilter: "/userName eq 'A'", _fields: 'age' }, undefined, queryFilter).result).toEqual([{ _id: '2', age: 9 }]);
  expect(query(objects, { _queryFilter: "/userName eq 'A'", _fields: 'age' }, ['city', 'userName'], queryFilter).result).toEqual([
    { _id: '2', userName: 'A' },
  ]);
  expect(query(objects, { _queryId: 'query-all-ids' }, undefined, queryFilter).result).toEqual([{ _id: '1' }, { _id: '2' }, { _id: '3' }]);
});

test('what a query may ask has bounds', () => {
  const many = Array.from({ length: 10_000 }, () => ({ _id: '1' }));
  const filter = 'x'.repeat(10_001);
  expect(() => ids({ _queryFilter: filter })).toThrow('Too many characters in the _queryFilter for 3 users: 10001, at most 10000');
  expect(() => query(many, { _queryFilter: filter }, undefined, queryFilter)).toThrow('for 10000 users: 10001, at most 1000');
  expect(() => ids({ _queryFilter: 'true', _sortKeys: 'a,'.repeat(30) })).toThrow('Too many _sortKeys: 31, at most 20');
  const fields = Array.from({ length: 101 }, () => 'a');
  expect(() => project({ _id: '1' }, fields)).toThrow('Too many fields are asked for: 101, at most 100');
  expect(() => project({ _id: '1' }, ['/a'.repeat(21)])).toThrow('Too many parts in a JSON pointer: 21, at most 20');
});

test('projection follows pointers and keeps what is there', () => {
  const object: JsonObject = { _id: '1', _rev: '7', a: { b: { c: 1, d: 2 }, e: 3 }, 'x/y': 4 };
  expect(project(object, ['a/b/c', '/a/e', 'none/b'])).toEqual({ _id: '1', _rev: '7', a: { b: { c: 1 }, e: 3 } });
  expect(project(object, ['x~1y'])).toEqual({ _id: '1', _rev: '7', 'x/y': 4 });
  expect(project(object, undefined)).toBe(object);
  expect(project(object, ['constructor', '__proto__'])).toEqual({ _id: '1', _rev: '7' });
});

test('a managed object has neither kind nor secrets', () => {
  expect(managedObject({ _id: '1', kind: 'user', userName: 'u', passwordHash: 'h', password: 'p', sn: 'S' })).toEqual({
    _id: '1',
    userName: 'u',
    sn: 'S',
  });
});

test('a patch field is a pointer', () => {
  expect(fieldPath('/a/b')).toEqual(['a', 'b']);
  for (const field of ['', '/', undefined, 7]) expect(() => fieldPath(field)).toThrow('JSON pointer');
});
