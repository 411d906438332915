import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const run = (options: FakeOptions = {}) => visit('PasswordCollectorNode', options);
const first = run();

test('asks for the password', () => {
  expect(sent(first.action)[0]?.type).toBe('PasswordCallback');
  expect(outputs(sent(first.action)[0])).toEqual({ prompt: 'Password' });
});

test('keeps the sealed password in transient state only', () => {
  const { action, recorded } = run({ answers: echo(first.action, { 0: { '': sealed('x') } }) });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.transient).toEqual({ password: sealed('x') });
  expect(recorded.shared).toEqual({});
});

test.each([sealed(''), ''])('asks again when it is empty (%j)', (value) => {
  const { action, recorded } = run({ answers: echo(first.action, { 0: { '': value } }) });
  expect(action.kind).toBe('send');
  expect(recorded.transient).toEqual({});
});

test('golden trace: an echoed step is asked again, an answer replaces the password before', () => {
  const options = { transient: { password: sealed('old') } };
  expect(trace('PasswordCollectorNode', options, [{}, { answer: { 0: sealed('new') } }])).toEqual([
    'ask PasswordCallback {"prompt":"Password"}',
    'answer PasswordCallback [""]',
    'ask PasswordCallback {"prompt":"Password"}',
    'answer PasswordCallback [{"$sealed":"new","empty":false}]',
    'put transient password {"$sealed":"new","empty":false}',
    'go outcome',
  ]);
});

test('of answers that came twice the first counts', () => {
  const answers = [...echo(first.action, { 0: { '': sealed('a') } }), ...echo(first.action, { 0: { '': sealed('b') } })];
  expect(run({ answers }).recorded.transient).toEqual({ password: sealed('a') });
});
