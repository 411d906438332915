import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const services = { securityQuestions: { questions: {}, minimum: 2 } };
const question = (questionId: string) => ({ questionId, answer: { passwordHash: 'hash:x' } });
const identities = [
  user({ _id: 'id-2', userName: 'two', mail: 'two@example.com', kbaInfo: [question('1'), { customQuestion: 'Pet?', answer: 'x' }] }),
  user({ _id: 'id-1', userName: 'one', kbaInfo: [question('1'), { nonsense: true }] }),
  user({ _id: 'id-0', userName: 'none' }),
];
const run = (options: FakeOptions) => visit('KbaDecisionNode', { services, identities, ...options });

test.each([
  ['two', 'true'],
  ['one', 'false'],
  ['none', 'false'],
])('%s of two questions: %s', (username, outcome) => {
  expect(run({ shared: { username } }).action).toEqual(goTo(outcome));
});

test('finds the user by the configured attribute, which has to be collected', () => {
  const config = { identityAttribute: 'mail' };
  expect(run({ config, shared: { objectAttributes: { mail: 'two@example.com' } } }).action).toEqual(goTo('true'));
  expect(() => run({ config, shared: { username: 'two@example.com' } })).toThrow(new NodeProcessError('mail not present in state'));
});

test('without the user, or without security questions in the realm, the journey fails', () => {
  expect(() => run({ shared: { username: 'nobody' } })).toThrow(new NodeProcessError('Unable to read object'));
  expect(() => run({ services: {}, shared: { username: 'two' } })).toThrow(new NodeProcessError('Failed to retrieve configuration values'));
});

test('golden trace', () => {
  expect(trace('KbaDecisionNode', { services, identities, shared: { username: 'two' } })).toEqual(['go true']);
});
