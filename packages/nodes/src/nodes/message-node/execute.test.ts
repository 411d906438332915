import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

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

describe('texts', () => {
  const config = { message: { de: 'Hallo', en: 'Hello' }, messageYes: { fr: 'Oui' }, messageNo: { en: 'Never' } };
  const texts = (locales: string[]) => {
    const [message, confirmation] = sent(run({ config, locales }).action);
    return [outputs(message).message, outputs(confirmation).options];
  };

  test.each([
    [
      ['de-CH', 'fr'],
      ['Hallo', ['Oui', 'Never']],
    ],
    [['en-GB'], ['Hello', ['Yes', 'Never']]],
    [['ja'], ['Hello', ['Yes', 'Never']]],
    [[], ['Hello', ['Yes', 'Never']]],
  ])("come in the client's languages (%j), else in the realm's, else they are AM's own", (locales, expected) => {
    expect(texts(locales)).toEqual(expected);
  });
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

test('asks, keeps the answer and goes', () => {
  const config = { message: { en: 'Is it you?' }, messageYes: { en: 'It is' }, messageNo: { en: 'No' }, stateField: 'answer' };
  expect(trace('MessageNode', { config }, [{ answer: { 1: 1 } }])).toEqual([
    'put shared answer null',
    'ask TextOutputCallback {"message":"Is it you?","messageType":"0"}',
    'ask ConfirmationCallback {"prompt":"","messageType":0,"options":["It is","No"],"optionType":-1,"defaultOption":1}',
    'answer TextOutputCallback []',
    'answer ConfirmationCallback [1]',
    'put shared answer 1',
    'go false',
  ]);
});

describe('answers that are not as they were asked for', () => {
  const first = run();
  const answers = echo(first.action, { 1: { '': 1 } });

  test('given again they lead the same way; their order does not matter', () => {
    expect(run({ answers: [...answers, ...answers] }).action).toEqual(goTo('false'));
    expect(run({ answers: answers.toReversed() }).action).toEqual(goTo('false'));
  });

  test('without the confirmation the message is shown again', () => {
    expect(run({ answers: answers.slice(0, 1) }).action).toEqual(first.action);
    expect(run({ answers: [] }).action).toEqual(first.action);
  });

  test('an index that is none counts as the one that was sent: yes', () => {
    expect(run({ answers: echo(first.action, { 1: { '': 'x' } }) }).action).toEqual(goTo('true'));
  });
});
