import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sent, visit } from '../../testing/fake-context.ts';

const run = (options: FakeOptions = {}) => visit('UsernameCollectorNode', options);
const first = run();

test('asks for the user name', () => {
  expect(sent(first.action)[0]?.type).toBe('NameCallback');
  expect(outputs(sent(first.action)[0])).toEqual({ prompt: 'User Name' });
});

test('keeps the name as username and nothing else', () => {
  const { action, recorded } = run({ answers: echo(first.action, { 0: { '': 'bjensen' } }) });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.shared).toEqual({ username: 'bjensen' });
});

test('asks again when it is empty', () => {
  expect(run({ answers: echo(first.action) }).action.kind).toBe('send');
});

test('may start with the known name', () => {
  const { action } = run({ config: { prepopulate: true }, shared: { username: 'bjensen' } });
  expect(sent(action)[0]?.input[0]?.value).toBe('bjensen');
});
