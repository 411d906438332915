import type { Json } from '@tandem/journey';
import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const securityQuestions = {
  questions: { 1: { en: "What's your favorite color?", fr: 'Quelle est votre couleur préférée ?' }, 2: { en: 'Who was your first employer?' } },
  minimum: 2,
};
const services = { securityQuestions };
const run = (options: FakeOptions = {}) => visit('KbaCreateNode', { services, ...options });
const first = run();
const answer = (...pairs: [question: Json, answer: Json][]) =>
  run({ answers: echo(first.action, Object.fromEntries(pairs.map(([question, given], index) => [index, { question, answer: given }]))) });

test('asks for as many questions as the realm requires', () => {
  expect(sent(first.action)).toHaveLength(2);
  expect(sent(first.action)[0]).toEqual({
    type: 'KbaCreateCallback',
    output: [
      { name: 'prompt', value: 'Select a security question.' },
      { name: 'predefinedQuestions', value: ["What's your favorite color?", 'Who was your first employer?'] },
      { name: 'allowUserDefinedQuestions', value: true },
    ],
    input: [
      { suffix: 'question', value: '' },
      { suffix: 'answer', value: '' },
    ],
  });
});

test("in the client's language, under the configured message", () => {
  const config = { message: { fr: 'Choisissez', en: 'Choose' }, allowUserDefinedQuestions: false };
  expect(outputs(sent(run({ config, locales: ['fr'] }).action)[0])).toEqual({
    prompt: 'Choisissez',
    predefinedQuestions: ['Quelle est votre couleur préférée ?', 'Who was your first employer?'],
    allowUserDefinedQuestions: false,
  });
});

test('a question without any text says so', () => {
  const { action } = run({ services: { securityQuestions: { questions: { 1: {} }, minimum: 1 } } });
  expect(outputs(sent(action)[0]).predefinedQuestions).toEqual(['Unable to find translation.']);
});

test('a predefined question is kept by its id, one of the user as it is; the answers stay sealed in transient state', () => {
  const { action, recorded } = answer(["What's your favorite color?", sealed('Blue')], ['Pet?', sealed('Rex')]);
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.transient).toEqual({
    objectAttributes: {
      kbaInfo: [
        { questionId: '1', answer: sealed('Blue') },
        { customQuestion: 'Pet?', answer: sealed('Rex') },
      ],
    },
  });
  expect(recorded.shared).toEqual({});
});

test.each<[string, [Json, Json][]]>([
  ['nothing', []],
  ['one of two', [['Pet?', sealed('Rex')]]],
  [
    'no answer',
    [
      ['Pet?', sealed('Rex')],
      ['Car?', sealed('')],
    ],
  ],
  [
    'no question',
    [
      ['Pet?', sealed('Rex')],
      ['  ', sealed('x')],
    ],
  ],
  [
    'a question that is no text',
    [
      ['Pet?', sealed('Rex')],
      [7, sealed('x')],
    ],
  ],
  [
    'the same question twice',
    [
      ['Pet?', sealed('Rex')],
      ['p e t', sealed('x')],
    ],
  ],
])('%s: asked again, with the questions but without the answers', (_, pairs) => {
  const { action, recorded } = answer(...pairs);
  expect(sent(action).map(({ input }) => input[1]?.value)).toEqual(['', '']);
  expect(sent(action)[0]?.input[0]?.value).toBe(pairs[0]?.[0] ?? '');
  expect(recorded.transient).toEqual({});
});

test('fewer callbacks than questions are asked for again; those of others are none', () => {
  const [one] = echo(first.action, { 0: { question: 'Pet?', answer: sealed('Rex') } });
  expect(run({ answers: one ? [one] : [] }).action.kind).toBe('send');
  expect(run({ answers: [{ type: 'NameCallback', output: [], values: { '': 'x' } }] }).action).toEqual(first.action);
});

test('without security questions in the realm the journey fails', () => {
  expect(() => run({ services: {} })).toThrow(NodeProcessError);
});

test('golden trace', () => {
  const one = { services: { securityQuestions: { ...securityQuestions, minimum: 1 } }, transient: { objectAttributes: { password: sealed('x') } } };
  const asked =
    'ask KbaCreateCallback {"prompt":"Select a security question.","predefinedQuestions":["What\'s your favorite color?","Who was your first employer?"],"allowUserDefinedQuestions":true}';
  expect(trace('KbaCreateNode', one, [{}, { answer: { 0: { question: 'Pet?', answer: sealed('Rex') } } }])).toEqual([
    asked,
    'answer KbaCreateCallback ["",""]',
    asked,
    'answer KbaCreateCallback ["Pet?",{"$sealed":"Rex","empty":false}]',
    'put transient objectAttributes {"password":{"$sealed":"x","empty":false},"kbaInfo":[{"customQuestion":"Pet?","answer":{"$sealed":"Rex","empty":false}}]}',
    'go outcome',
  ]);
});
