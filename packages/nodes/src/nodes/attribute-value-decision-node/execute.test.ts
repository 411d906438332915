import type { Json } from '@tandem/journey';
import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [
  user({
    _id: 'id-1',
    userName: 'bjensen',
    mail: 'shared@example.com',
    city: 'Bristol',
    age: 42,
    vip: true,
    groups: ['staff'],
    preferences: { updates: false },
  }),
  user({ _id: 'id-2', userName: 'scarter', mail: 'shared@example.com', accountStatus: 'inactive' }),
];
const run = (options: FakeOptions) => visit('AttributeValueDecisionNode', { identities, shared: { username: 'bjensen' }, ...options });
const decide = (comparisonAttribute: string, comparisonValue?: Json) =>
  run({
    config: comparisonValue === undefined ? { comparisonAttribute, comparisonOperation: 'PRESENT' } : { comparisonAttribute, comparisonValue },
  }).action;

test.each<[string, Json, string]>([
  ['city', 'bristol', 'true'],
  ['city', 'Bath', 'false'],
  ['age', '42', 'true'],
  ['age', '+42', 'true'],
  ['age', '41', 'false'],
  ['vip', 'TRUE', 'true'],
  ['vip', 'yes', 'false'],
  ['preferences/updates', 'false', 'true'],
  ['groups', 'staff', 'true'],
  ['nothing', 'x', 'false'],
  ['accountStatus', 'active', 'true'],
  ['passwordHash', 'hash', 'false'],
  ['city', '', 'false'],
  ['city', 7, 'false'],
])('EQUALS: %s and %j: %s', (attribute, value, outcome) => {
  expect(decide(attribute, value)).toEqual(goTo(outcome));
});

test.each([
  ['city', 'true'],
  ['preferences/updates', 'true'],
  ['nothing', 'false'],
])('PRESENT: %s: %s', (attribute, outcome) => {
  expect(decide(attribute)).toEqual(goTo(outcome));
});

test('a number is not compared with text: the journey fails', () => {
  expect(() => decide('age', 'old')).toThrow(NodeProcessError);
});

test('finds the user by the configured attribute; none and several end the journey', () => {
  const config = { comparisonAttribute: 'city', comparisonOperation: 'PRESENT', identityAttribute: '_id' };
  expect(run({ config, shared: { objectAttributes: { _id: 'id-1' } } }).action).toEqual(goTo('true'));
  const failing: FakeOptions[] = [
    { shared: { username: 'nobody' } },
    { config: { identityAttribute: 'mail' }, shared: { username: 'shared@example.com' } },
  ];
  for (const options of failing) expect(() => run(options)).toThrow(new NodeProcessError('Failed to read object'));
  expect(() => run({ shared: {} })).toThrow(new NodeProcessError('userName not present in state'));
});

test('golden trace', () => {
  const config = { comparisonAttribute: 'city', comparisonValue: 'Bristol' };
  expect(trace('AttributeValueDecisionNode', { identities, config, shared: { objectAttributes: { userName: 'bjensen' } } })).toEqual(['go true']);
});
