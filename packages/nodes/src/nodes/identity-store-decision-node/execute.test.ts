import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, sealed, user, visit } from '../../testing/fake-context.ts';
import { definition } from './definition.ts';

const identities = [user({ _id: 'id-1', userName: 'bjensen' }), user({ _id: 'id-2', userName: 'off', accountStatus: 'inactive' })];
const run = (options: FakeOptions) => visit('IdentityStoreDecisionNode', { identities, password: 'Secret12!', ...options });
const as = (username: string, password: string) => ({ shared: { username }, transient: { password: sealed(password) } });

test.each(['bjensen', 'id-1'])('%s with the right password is identified: True', (name) => {
  const { action, recorded } = run(as(name, 'Secret12!'));
  expect(action).toEqual(goTo('TRUE'));
  expect(recorded.identified).toEqual(['id-1']);
  expect(recorded.effects).toEqual([{ kind: 'password', identity: 'id-1', hash: 'hash', password: sealed('Secret12!') }]);
});

test('a wrong password: False, nobody identified', () => {
  const { action, recorded } = run(as('bjensen', 'wrong'));
  expect(action).toEqual(goTo('FALSE'));
  expect(recorded.identified).toEqual([]);
});

test.each([
  ['an unknown user', as('nobody', 'Secret12!')],
  ['a blank password', as('bjensen', '')],
  ['no password', { shared: { username: 'bjensen' } }],
  ['no username', { transient: { password: sealed('Secret12!') } }],
])('%s: False without asking for a password check', (_, options) => {
  const { action, recorded } = run(options);
  expect(action).toEqual(goTo('FALSE'));
  expect(recorded.effects).toEqual([]);
});

test.each([
  ['Secret12!', 'recorded'],
  ['wrong', 'inferred'],
])('an inactive account with the password %s: Locked, as is told to the client', (password, mark) => {
  const { action, recorded } = run(as('off', password));
  expect(action).toEqual(goTo('LOCKED'));
  expect(recorded).toMatchObject({ identified: [], failureMessage: 'User Locked Out.' });
  expect(recorded.reasons[0]).toMatchObject({ mark });
});

test('a user without a password hash never logs in', () => {
  const { action } = run({ ...as('x', 'Secret12!'), identities: [{ _id: 'x', kind: 'user', userName: 'x' }] });
  expect(action).toEqual(goTo('FALSE'));
});

test('a failure resets what an earlier one told the client', () => {
  expect(run(as('bjensen', 'wrong')).recorded.failureMessage).toBe('Login failure');
  expect(run(as('bjensen', 'Secret12!')).recorded.failureMessage).toBeNull();
});

test('Username as Universal Identifier makes username the _id once the password is right', () => {
  const config = { useUniversalIdForUsername: true };
  expect(run({ config, ...as('bjensen', 'Secret12!') }).recorded.shared).toEqual({ username: 'id-1' });
  expect(run({ config, ...as('bjensen', 'wrong') }).recorded.shared).toEqual({ username: 'bjensen' });
});

test('has all five outcomes', () => {
  expect(definition.allOutcomes?.map(({ id }) => id)).toEqual(['TRUE', 'FALSE', 'LOCKED', 'CANCELLED', 'EXPIRED']);
});
