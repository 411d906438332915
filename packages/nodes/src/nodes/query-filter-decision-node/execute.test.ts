import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [
  user({ _id: 'id-1', userName: 'bjensen', mail: 'b@example.com', preferences: { marketing: true } }),
  user({ _id: 'id-2', userName: 'new' }),
];
const run = (queryFilter: string, options: FakeOptions = {}) =>
  visit('QueryFilterDecisionNode', {
    identities,
    shared: { objectAttributes: { userName: 'bjensen' } },
    ...options,
    config: { queryFilter, ...options.config },
  });
const progressive = '!(/preferences pr) or /preferences/marketing eq false or /preferences/updates eq false';

test.each([
  ['mail co "EXAMPLE"', 'true'],
  ["userName eq 'scarter'", 'false'],
  ['accountStatus eq "active"', 'true'],
  ['passwordHash pr', 'false'],
  ['kind pr', 'false'],
  [progressive, 'false'],
])('%s: %s', (filter, outcome) => {
  expect(run(filter).action).toEqual(goTo(outcome));
});

test('the filter of progressive profiling holds for a user without preferences', () => {
  expect(run(progressive, { shared: { username: 'new' } }).action).toEqual(goTo('true'));
});

test('finds the user by the configured attribute, which has to be collected', () => {
  const config = { identityAttribute: 'mail' };
  expect(run('true', { config, shared: { objectAttributes: { mail: 'b@example.com' } } }).action).toEqual(goTo('true'));
  expect(() => run('true', { config, shared: { username: 'b@example.com' } })).toThrow(new NodeProcessError('mail not present in state'));
});

test('a user who does not exist ends the journey', () => {
  expect(() => run('true', { shared: { username: 'nobody' } })).toThrow(new NodeProcessError('Failed to retrieve existing object'));
});

test.each(['', 'mail', 'mail is "x"'])('a filter that cannot be parsed ends the journey and says where: %j', (filter) => {
  expect(() => run(filter)).toThrow(NodeProcessError);
  expect(() => run(filter)).toThrow(/position \d+: expected/);
});

test('golden trace', () => {
  expect(trace('QueryFilterDecisionNode', { identities, shared: { username: 'bjensen' }, config: { queryFilter: 'mail pr' } })).toEqual(['go true']);
});
