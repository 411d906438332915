import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

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

test('version 1.0 does not know Prepopulate', () => {
  const { action } = run({ version: '1.0', config: { prepopulate: true }, shared: { username: 'bjensen' } });
  expect(sent(action)[0]?.input[0]?.value).toBe('');
});

test('version 2.0 may start with the known name', () => {
  const { action } = run({ version: '2.0', config: { prepopulate: true }, shared: { username: 'bjensen' } });
  expect(sent(action)[0]?.input[0]?.value).toBe('bjensen');
});

test.each([undefined, 7, null])('a known name that is no text is not shown: %j', (username) => {
  const { action } = run({ version: '2.0', config: { prepopulate: true }, shared: username === undefined ? {} : { username } });
  expect(sent(action)[0]?.input[0]?.value).toBe('');
});

test('an answer of another callback is none', () => {
  expect(run({ answers: [{ type: 'TextInputCallback', output: [], values: { '': 'bjensen' } }] }).action.kind).toBe('send');
});

test('golden trace', () => {
  const options = { version: '2.0', config: { prepopulate: true }, shared: { username: 'bjensen' } };
  expect(trace('UsernameCollectorNode', options, [{ answer: { 0: '' } }, { answer: { 0: 'scarter' } }])).toEqual([
    'ask NameCallback {"prompt":"User Name"}',
    'answer NameCallback [""]',
    'ask NameCallback {"prompt":"User Name"}',
    'answer NameCallback ["scarter"]',
    'put shared username "scarter"',
    'go outcome',
  ]);
});

test.each([null, 7, true, ['x'], { a: 1 }])('%j is no name: it is asked for again', (value) => {
  expect(run({ answers: echo(first.action, { 0: { '': value } }) }).action.kind).toBe('send');
});

test('of answers that came twice the first counts', () => {
  const answers = [...echo(first.action, { 0: { '': 'a' } }), ...echo(first.action, { 0: { '': 'b' } })];
  expect(run({ answers }).recorded.shared).toEqual({ username: 'a' });
});
