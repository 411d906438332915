import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [
  user({ _id: 'id-6', userName: 'six', mail: 'six@example.com', _meta: { loginCount: 6 } }),
  user({ _id: 'id-25', userName: 'regular', _meta: { loginCount: 25 } }),
  user({ _id: 'id-0', userName: 'zero', _meta: { loginCount: 0 } }),
  user({ _id: 'id-x', userName: 'never' }),
];
const run = (options: FakeOptions) => visit('LoginCountDecisionNode', { identities, ...options });

test.each<[string, object, string]>([
  ['six', { interval: 'AT', amount: 6 }, 'true'],
  ['six', { interval: 'AT', amount: 3 }, 'false'],
  ['six', { interval: 'EVERY', amount: 3 }, 'true'],
  ['six', { interval: 'EVERY', amount: 4 }, 'false'],
  ['zero', { interval: 'EVERY', amount: 4 }, 'true'],
  ['never', { interval: 'EVERY', amount: 1 }, 'false'],
  ['six', { interval: 'EVERY', amount: 0 }, 'false'],
  ['regular', {}, 'true'],
  ['regular', { amount: 'many' }, 'true'],
])('%s with %j: %s', (username, config, outcome) => {
  expect(run({ shared: { username }, config: { ...config } }).action).toEqual(goTo(outcome));
});

test('finds the user by the configured attribute, which has to be collected', () => {
  const config = { identityAttribute: 'mail', amount: 6 };
  expect(run({ config, shared: { objectAttributes: { mail: 'six@example.com' } } }).action).toEqual(goTo('true'));
  expect(() => run({ config, shared: { username: 'six@example.com' } })).toThrow(new NodeProcessError('mail not present in state'));
});

test('a user who does not exist ends the journey', () => {
  expect(() => run({ shared: { username: 'nobody' } })).toThrow(new NodeProcessError('Failed to retrieve existing object'));
});

test('golden trace', () => {
  expect(trace('LoginCountDecisionNode', { identities, shared: { username: 'six' }, config: { interval: 'EVERY', amount: 2 } })).toEqual(['go true']);
});
