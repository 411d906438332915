import type { Identity } from '@tandem/journey';
import { expect, test } from 'vitest';
import { attributeEquals, UserIndex } from './userIndex.ts';

const user = (id: string, attributes: object): Identity => ({ _id: id, kind: 'user', userName: id, ...attributes }) as Identity;
const users = [
  user('ann', { mail: 'Ann@Example.com', groups: ['a', 'A', ['b']], logins: 1 }),
  user('bob', { mail: 'ann@example.COM', groups: 'B', logins: '1' }),
  user('cid', { groups: [], logins: 2 }),
];
const ids = (found: readonly Identity[]): string[] => found.map(({ _id }) => _id);

test('texts are found ignoring case, in lists too, each user once and in order', () => {
  const index = new UserIndex(users);
  expect(ids(index.find('mail', 'ANN@example.com'))).toEqual(['ann', 'bob']);
  expect(ids(index.find('groups', 'a'))).toEqual(['ann']);
  expect(ids(index.find('groups', 'b'))).toEqual(['ann', 'bob']);
  expect(index.find('mail', 'nobody')).toEqual([]);
});

test('numbers are no texts', () => {
  const index = new UserIndex(users);
  expect(ids(index.find('logins', 1))).toEqual(['ann']);
  expect(ids(index.find('logins', '1'))).toEqual(['bob']);
});

test('with more attributes than are indexed, what is found is the same', () => {
  const index = new UserIndex(users);
  for (let n = 0; n < 100; n++) {
    expect(index.find(`made-up-${n}`, 'a')).toEqual([]);
    for (const value of ['a', 'B', 1]) {
      expect(index.find('groups', value)).toEqual(users.filter(({ groups }) => attributeEquals(groups as never, value)));
    }
  }
  expect(ids(index.find('mail', 'ann@example.com'))).toEqual(['ann', 'bob']);
});
