import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, fakeContext, sealed, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { execute } from './execute.ts';

const identities = [user({ _id: 'id-1', userName: 'bjensen' }), user({ _id: 'id-2', userName: 'off', accountStatus: 'inactive' })];
const base: FakeOptions = { identities, password: 'Secret12!' };
const run = (options: FakeOptions) => visit('DataStoreDecisionNode', { ...base, ...options });
const as = (username: string, password: string) => ({ shared: { username }, transient: { password: sealed(password) } });

test('the right password identifies the user: True', () => {
  const { action, recorded } = run(as('bjensen', 'Secret12!'));
  expect(action).toEqual(goTo('true'));
  expect(recorded.identified).toEqual(['id-1']);
});

test('a password that a script put into shared state as text works too', () => {
  expect(run({ shared: { username: 'bjensen', password: 'Secret12!' } }).action).toEqual(goTo('true'));
});

test.each([
  ['a wrong password', as('bjensen', 'wrong')],
  ['a blank password', as('bjensen', '')],
  ['an unknown user', as('nobody', 'Secret12!')],
  ['an inactive account', as('off', 'Secret12!')],
])('%s: False, nobody identified', (_, options) => {
  const { action, recorded } = run(options);
  expect(action).toEqual(goTo('false'));
  expect(recorded.identified).toEqual([]);
});

test('a password that nobody asked for ends the journey', () => {
  const context = fakeContext('DataStoreDecisionNode', { ...base, shared: { username: 'bjensen' } });
  expect(() => execute(context)).toThrow(new NodeProcessError('Unable to authenticate'));
  expect(context.recorded.logs).toEqual([{ level: 'error', message: 'Password is null for username bjensen' }]);
});

test.each([undefined, null, 7])('a username that is none says so in the log: %j', (username) => {
  const context = fakeContext('DataStoreDecisionNode', { ...base, shared: username === undefined ? {} : { username } });
  expect(() => execute(context)).toThrow(new NodeProcessError('Unable to authenticate'));
  expect(context.recorded.logs).toEqual([{ level: 'error', message: 'Password is null for username null' }]);
});

test('answers that come back a second time are none of its business', () => {
  const answers = [{ type: 'PasswordCallback', output: [], values: { '': sealed('Secret12!') } }];
  expect(run({ ...as('bjensen', 'wrong'), answers }).action).toEqual(goTo('false'));
});

test('golden traces', () => {
  expect(trace('DataStoreDecisionNode', { ...base, ...as('bjensen', 'Secret12!') })).toEqual(['identify id-1', 'go true']);
  expect(trace('DataStoreDecisionNode', { ...base, ...as('bjensen', 'wrong') })).toEqual(['log warn invalid password error', 'go false']);
  expect(trace('DataStoreDecisionNode', { ...base, ...as('nobody', 'x') })).toEqual(['log warn invalid username error', 'go false']);
});
