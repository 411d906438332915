import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, outputs, sent, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const config = { attributes: ['mail', 'objectAttributes', 'gone', 'password'] };
const shared = { mail: 'bjensen@example.com', objectAttributes: { sn: 'Jensen' }, other: 1 };

test('sends what shared state holds of its attributes, and goes on after the callback', () => {
  expect(trace('MetadataNode', { config, shared, transient: { password: 'x' } }, [{}])).toEqual([
    'ask MetadataCallback {"data":{"mail":"bjensen@example.com","objectAttributes":{"sn":"Jensen"}}}',
    'answer MetadataCallback []',
    'go outcome',
  ]);
});

test('the callback has no input', () => {
  const [callback] = sent(visit('MetadataNode', { config, shared }).action);
  expect(callback).toMatchObject({ type: 'MetadataCallback', input: [] });
});

test('without attributes it sends an empty object', () => {
  expect(outputs(sent(visit('MetadataNode', { shared }).action)[0])).toEqual({ data: {} });
});

test('the same answer given again goes on again; answers to other callbacks do not', () => {
  const answers = echo(visit('MetadataNode', { config, shared }).action);
  expect(visit('MetadataNode', { config, shared, answers: [...answers, ...answers] }).action).toEqual(goTo('outcome'));
  expect(visit('MetadataNode', { config, shared, answers: strayAnswers }).action.kind).toBe('send');
});
