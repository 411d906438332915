import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [
  user({ _id: 'id-1', userName: 'bjensen', mail: 'bjensen@example.com', aliasList: ['google-1'] }),
  user({ _id: 'id-2', userName: 'one', mail: 'shared@example.com' }),
  user({ _id: 'id-3', userName: 'two', mail: 'shared@example.com' }),
  user({ _id: 'id-4', userName: 'agent', mail: 'agent@example.com', kind: 'agent' }),
];
const run = (options: FakeOptions) => visit('IdentifyExistingUserNode', { identities, ...options });
const byMail = (mail: string) => ({ shared: { objectAttributes: { mail } } });

test('the one match puts _id, username and the identifier into shared state', () => {
  const { action, recorded } = run(byMail('bjensen@example.com'));
  expect(action).toEqual(goTo('true'));
  expect(recorded.shared).toEqual({ _id: 'id-1', username: 'bjensen', objectAttributes: { mail: 'bjensen@example.com', userName: 'bjensen' } });
  expect(recorded.transient).toEqual({ aliasList: ['google-1'] });
});

test.each(['nobody@example.com', 'shared@example.com', 'agent@example.com', ''])(
  'no match or more than one user (%j): false, nothing written',
  (mail) => {
    const { action, recorded } = run(byMail(mail));
    expect(action).toEqual(goTo('false'));
    expect(recorded.shared).toEqual(byMail(mail).shared);
  },
);

test('the session will be for the found user, unless nobody knows a username', () => {
  expect(run(byMail('bjensen@example.com')).recorded.identified).toEqual(['id-1']);
  expect(run({ config: { identifier: '' }, ...byMail('bjensen@example.com') }).recorded.identified).toEqual([]);
  expect(run(byMail('nobody@example.com')).recorded.identified).toEqual([]);
});

test('the value may be the username: people type their mail address there', () => {
  const { action, recorded } = run({ shared: { username: 'bjensen@example.com' } });
  expect(action).toEqual(goTo('true'));
  expect(recorded.shared).toMatchObject({ _id: 'id-1', username: 'bjensen' });
});

test('no value in node state: false', () => {
  expect(run({}).action).toEqual(goTo('false'));
});

test('searches by the configured attribute and keeps the configured identifier', () => {
  const { action, recorded } = run({ config: { identityAttribute: 'userName', identifier: 'mail' }, shared: { username: 'BJENSEN' } });
  expect(action).toEqual(goTo('true'));
  expect(recorded.shared).toMatchObject({ _id: 'id-1', username: 'bjensen@example.com', objectAttributes: { mail: 'bjensen@example.com' } });
});

test('without an identifier only _id is written', () => {
  const { recorded } = run({ config: { identifier: '' }, ...byMail('bjensen@example.com') });
  expect(recorded.shared).toEqual({ _id: 'id-1', objectAttributes: { mail: 'bjensen@example.com' } });
});

test('an identifier that the user does not have leaves the username as it is', () => {
  const { recorded } = run({
    config: { identifier: 'employeeNumber' },
    shared: { username: 'x', objectAttributes: { mail: 'bjensen@example.com' } },
  });
  expect(recorded.shared).toMatchObject({ _id: 'id-1', username: 'x' });
});

test('a second visit says the same', () => {
  const once = run(byMail('bjensen@example.com'));
  const twice = run({ shared: once.recorded.shared, transient: once.recorded.transient });
  expect([twice.action, twice.recorded.shared]).toEqual([once.action, once.recorded.shared]);
});

test('a blank identity attribute is the mail address; an empty list of aliases is none', () => {
  const { action, recorded } = run({
    config: { identityAttribute: '' },
    identities: [user({ _id: 'id-9', userName: 'nine', mail: 'nine@example.com', aliasList: [] })],
    ...byMail('nine@example.com'),
  });
  expect([action, recorded.transient]).toEqual([goTo('true'), {}]);
});

test('golden trace', () => {
  expect(trace('IdentifyExistingUserNode', { identities, ...byMail('BJENSEN@example.com') })).toEqual([
    'put shared objectAttributes {"mail":"BJENSEN@example.com","userName":"bjensen"}',
    'put shared _id "id-1"',
    'put shared username "bjensen"',
    'put transient aliasList ["google-1"]',
    'identify id-1',
    'go true',
  ]);
});
