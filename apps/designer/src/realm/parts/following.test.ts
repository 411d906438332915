import { expect, test } from 'vitest';
import { clash, following } from './following.ts';

const base = { name: 'a', ttl: '180', devices: ['one'], known: { city: '', mail: 'x' } };

test('what nobody typed in follows as a whole', () => {
  const theirs = { ...base, ttl: '60', devices: [] };
  expect(following({ ...base }, base, theirs)).toEqual(theirs);
});
test('a changed field stays, the others follow, those inside of parts too', () => {
  const mine = { ...base, name: 'mine', known: { city: 'Oslo', mail: 'x' } };
  const theirs = { ...base, name: 'theirs', devices: ['one', 'two'], known: { city: '', mail: 'y' } };
  expect(following(mine, base, theirs)).toEqual({ name: 'mine', ttl: '180', devices: ['one', 'two'], known: { city: 'Oslo', mail: 'y' } });
});
test('what was taken away stays away, what is of another shape stays as it was typed', () => {
  expect(following<object>({ a: 1 }, { a: 1, b: 2 }, { a: 3, b: 2 })).toEqual({ a: 3 });
  expect(following<object>({ change: { kind: 'set', to: 'x' } }, { change: { kind: 'keep' } }, { change: { kind: 'keep' } })).toEqual({
    change: { kind: 'set', to: 'x' },
  });
});

test.each([
  ['only one side changed anything', { a: 1, b: 2 }, { a: 1, b: 3 }, false],
  ['each side changed another field', { a: 5, b: 2 }, { a: 1, b: 3 }, false],
  ['both changed a field to the same', { a: 5, b: 2 }, { a: 5, b: 2 }, false],
  ['both changed a field, each to something else', { a: 5, b: 2 }, { a: 6, b: 2 }, true],
  ['one took a field away that the other changed', { b: 2 }, { a: 6, b: 2 }, true],
  ['both changed a list', { a: 1, b: [1] }, { a: 1, b: [2] }, true],
])('%s: whether they clash', (_, mine, theirs, expected) => {
  expect(clash(mine, { a: 1, b: 2 }, theirs)).toBe(expected);
});
