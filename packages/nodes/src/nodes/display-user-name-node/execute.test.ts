import type { JsonObject } from '@tandem/journey';
import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [user({ _id: 'id-1', userName: 'bjensen', mail: 'bjensen@example.com', employeeNumber: '4711' })];
const run = (options: FakeOptions) => visit('DisplayUserNameNode', { identities, ...options });
const shown = (options: FakeOptions) => outputs(sent(run(options).action)[0]);

test('shows the name from node state as information', () => {
  expect(shown({ shared: { objectAttributes: { userName: 'someone' } } })).toEqual({ message: 'someone', messageType: '0' });
});

test('else that of the user found by the identity attribute', () => {
  expect(shown({ shared: { objectAttributes: { mail: 'bjensen@example.com' } } }).message).toBe('bjensen');
});

test('shows the configured attribute, found by the configured one', () => {
  const config = { userName: 'employeeNumber', identityAttribute: 'userName' };
  expect(shown({ config, shared: { objectAttributes: { userName: 'bjensen' } } }).message).toBe('4711');
  expect(shown({ config, shared: { username: 'bjensen' } }).message).toBe('4711');
});

test('else that of the user whom state names as username', () => {
  expect(shown({ shared: { username: 'bjensen' } }).message).toBe('bjensen');
});

test.each<JsonObject>([{}, { objectAttributes: { mail: 'nobody@example.com' } }, { objectAttributes: { userName: '' } }])(
  'without a name the journey fails: %j',
  (shared) => {
    expect(() => run({ shared })).toThrow(new NodeProcessError('Unable to find username to display'));
  },
);

test('goes on once it was displayed', () => {
  const shared = { objectAttributes: { userName: 'bjensen' } };
  expect(run({ shared, answers: echo(run({ shared }).action) }).action).toEqual(goTo('outcome'));
});

test('a name that is no text is none', () => {
  expect(() => run({ config: { userName: 'age' }, shared: { objectAttributes: { age: 42, mail: 'bjensen@example.com' } } })).toThrow(
    'Unable to find',
  );
});

test('golden traces', () => {
  expect(trace('DisplayUserNameNode', { identities, shared: { objectAttributes: { mail: 'bjensen@example.com' } } }, [{}])).toEqual([
    'ask TextOutputCallback {"message":"bjensen","messageType":"0"}',
    'answer TextOutputCallback []',
    'go outcome',
  ]);
  expect(trace('DisplayUserNameNode', { shared: { username: 'nobody' } })).toEqual(['throw Unable to find username to display']);
});

test('the same answer given again goes on again', () => {
  const shared = { objectAttributes: { userName: 'bjensen' } };
  const answers = echo(run({ shared }).action);
  expect(run({ shared, answers: [...answers, ...answers] }).action).toEqual(goTo('outcome'));
});

test('with empty attributes it is the user name, found by mail', () => {
  const config = { userName: '', identityAttribute: '' };
  expect(shown({ config, shared: { objectAttributes: { mail: 'bjensen@example.com' } } }).message).toBe('bjensen');
});
