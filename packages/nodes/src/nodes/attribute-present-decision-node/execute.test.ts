import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [
  user({ _id: 'id-1', userName: 'bjensen', mail: 'b@example.com', preferences: { updates: false }, groups: [], manager: null }),
  { _id: 'id-2', kind: 'user' as const, userName: 'social', mail: 's@example.com' },
];
const run = (options: FakeOptions) => visit('AttributePresentDecisionNode', { identities, ...options });
const named = (username: string) => ({ shared: { username } });

test.each([
  ['bjensen', 'true'],
  ['social', 'false'],
])('by default it asks whether %s has a password: %s', (name, outcome) => {
  expect(run(named(name)).action).toEqual(goTo(outcome));
});

test.each([
  ['mail', 'true'],
  ['preferences/updates', 'true'],
  ['preferences/marketing', 'false'],
  ['groups', 'false'],
  ['manager', 'false'],
  ['toString', 'false'],
])('%s: %s', (presentAttribute, outcome) => {
  expect(run({ config: { presentAttribute }, ...named('bjensen') }).action).toEqual(goTo(outcome));
});

test('finds the user by the configured attribute, else by username', () => {
  const config = { identityAttribute: 'mail', presentAttribute: 'mail' };
  expect(run({ config, shared: { objectAttributes: { mail: 'B@example.com' } } }).action).toEqual(goTo('true'));
  expect(run({ config, ...named('b@example.com') }).action).toEqual(goTo('true'));
});

test('a user who does not exist has nothing', () => {
  expect(run(named('nobody')).action).toEqual(goTo('false'));
});

test('without anything that names the user the journey fails', () => {
  expect(() => run({})).toThrow(new NodeProcessError('userName not present in state'));
  expect(() => run({ config: { identityAttribute: 'mail' }, shared: { username: 7 } })).toThrow(new NodeProcessError('mail not present in state'));
});

test('blank settings are the defaults', () => {
  expect(run({ config: { presentAttribute: '', identityAttribute: '' }, ...named('bjensen') }).action).toEqual(goTo('true'));
});

test('golden trace', () => {
  expect(trace('AttributePresentDecisionNode', { identities, ...named('social') })).toEqual(['go false']);
});
