import { expect, test } from 'vitest';
import { idBeside, missingWords, namesOf } from './words.ts';

const ID = '11111111-2222-4333-8444-555555555555';

test('a thing is called by its name first, then by an id that people know; one of machines says nothing', () => {
  expect(idBeside({ id: 'welcome', name: 'Welcome mail' })).toBe(' · welcome');
  expect([{ id: 'welcome' }, { id: 'welcome', name: 'welcome' }, { id: ID, name: 'Decide' }].map(idBeside)).toEqual(['', '', '']);
});

test('of several things only those that are called the same show their ids', () =>
  expect(namesOf([{ id: 'a', name: 'Same' }, { id: 'b', name: 'Other' }, { id: 'c', name: 'Same' }, { id: 'd' }])).toBe(
    'Same (a), Other, Same (c), d',
  ));

test('what is missing is known by its id where that is a name, else by the node that names it', () => {
  const uses = [{ journey: 'Login', node: ID, name: 'Decide' }];
  expect(missingWords({ kind: 'scripts', id: ID, uses })).toEqual({ what: 'Script of Decide in Login', id: ` · ${ID}` });
  expect(missingWords({ kind: 'emailTemplates', id: 'welcome', uses })).toEqual({ what: 'Email template welcome', id: '' });
});
