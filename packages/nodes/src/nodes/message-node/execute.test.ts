import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sent, visit } from '../../testing/fake-context.ts';

const run = (options: FakeOptions = {}) => visit('MessageNode', options);

test('without configuration it asks with the default texts, No preset as default', () => {
  expect(sent(run().action)).toEqual([
    {
      type: 'TextOutputCallback',
      output: [
        { name: 'message', value: 'Default message' },
        { name: 'messageType', value: '0' },
      ],
      input: [],
    },
    {
      type: 'ConfirmationCallback',
      output: [
        { name: 'prompt', value: '' },
        { name: 'messageType', value: 0 },
        { name: 'options', value: ['Yes', 'No'] },
        { name: 'optionType', value: -1 },
        { name: 'defaultOption', value: 1 },
      ],
      input: [{ suffix: '', value: 0 }],
    },
  ]);
});

test('texts come in the language of the client, else the first one', () => {
  const config = { message: { de: 'Hallo', en: 'Hello' }, messageYes: { fr: 'Oui' }, messageNo: { en: 'Never' } };
  const [message, confirmation] = sent(run({ config, locales: ['en-GB'] }).action);
  expect(outputs(message).message).toBe('Hello');
  expect(outputs(confirmation).options).toEqual(['Oui', 'Never']);
});

describe('answer', () => {
  const first = run();
  test.each([
    [0, 'true'],
    ['0', 'true'],
    [1, 'false'],
    [100, 'false'],
  ])('index %j leads to %s', (index, outcome) => {
    expect(run({ answers: echo(first.action, { 1: { '': index } }) }).action).toEqual(goTo(outcome));
  });

  test('the callbacks echoed unchanged mean yes', () => {
    expect(run({ answers: echo(first.action) }).action).toEqual(goTo('true'));
  });
});

describe('Shared State Property Name', () => {
  const config = { stateField: 'answer' };

  test('is null while the message is shown', () => {
    expect(run({ config }).recorded.shared).toEqual({ answer: null });
  });

  test.each([0, 1])('holds the index %j afterwards', (index) => {
    const first = run({ config });
    expect(run({ config, answers: echo(first.action, { 1: { '': index } }) }).recorded.shared).toEqual({ answer: index });
  });

  test('unset: nothing is written', () => {
    expect(run().recorded.shared).toEqual({});
  });
});
