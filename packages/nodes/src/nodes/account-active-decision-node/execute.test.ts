import type { JsonObject } from '@tandem/journey';
import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [
  user({ _id: 'id-1', userName: 'bjensen' }),
  user({ _id: 'id-2', userName: 'on', accountStatus: 'active' }),
  user({ _id: 'id-3', userName: 'off', accountStatus: 'inactive' }),
];
const run = (options: FakeOptions) => visit('AccountActiveDecisionNode', { identities, ...options });

test.each([
  ['bjensen', 'true'],
  ['on', 'true'],
  ['off', 'false'],
  ['id-3', 'false'],
])('%s: %s', (username, outcome) => {
  expect(run({ shared: { username } }).action).toEqual(goTo(outcome));
});

test.each<JsonObject>([{}, { username: 'nobody' }, { username: 7 }])('without a known user the journey fails: %j', (shared) => {
  expect(() => run({ shared })).toThrow(new NodeProcessError('Failed to get the identity object'));
});

test('golden trace', () => {
  expect(trace('AccountActiveDecisionNode', { identities, shared: { username: 'off' } })).toEqual(['go false']);
});
