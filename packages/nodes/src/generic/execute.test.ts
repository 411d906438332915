import { describe, expect, test } from 'vitest';
import { goTo } from '../contract.ts';
import { echo, type FakeOptions, fakeContext, outputs, sent, visit } from '../testing/fake-context.ts';
import { strayAnswers } from '../testing/replay.ts';
import { trace } from '../testing/trace.ts';
import { executeGeneric } from './execute.ts';
import { handNode, handRule } from './rule.ts';

const resource = {
  _id: 'x',
  _type: { _id: 'VendorNode' },
  _outcomes: [
    { id: 'ok', displayName: 'All right' },
    { id: 'no', displayName: 'Not so' },
  ],
};
const run = (options: FakeOptions = {}) => visit('VendorNode', { resource, ...options });
const first = run();
const answered = (choice: number, json = '') => run({ answers: echo(first.action, { 1: { '': choice }, 2: { '': json } }) });

describe('asking', () => {
  test('says which type it is, offers its outcomes and takes shared state', () => {
    const [text, choice, input] = sent(first.action);
    expect(outputs(text).message).toContain('VendorNode, which cannot be executed natively');
    expect(outputs(choice)).toEqual({ prompt: 'Outcome', choices: ['All right', 'Not so'], defaultChoice: 0 });
    expect(outputs(input)).toEqual({ prompt: 'Shared state to set (JSON object, optional)', defaultText: '' });
  });

  test('is marked as inferred', () => {
    expect(first.recorded.reasons.at(-1)?.mark).toBe('inferred');
  });

  test('and what it says of itself is known as a person’s choice, not as a rule about AM', () => {
    const rules = [first, answered(1)].map(({ recorded }) => handRule(recorded.reasons.at(-1)?.rule ?? ''));
    expect(rules).toEqual(['asked', 'chosen']);
    expect(handNode(answered(1).recorded.reasons.at(-1)?.rule ?? '')).toBe('The node');
    expect(handRule('Restricted keys of the data object are dropped.')).toBeNull();
  });
});

describe('answer', () => {
  test('goes to the chosen outcome', () => {
    expect(answered(1).action).toEqual(goTo('no'));
    expect(answered(0).recorded.shared).toEqual({});
  });

  test('puts the keys of the object into shared state', () => {
    const { action, recorded } = answered(0, ' {"username": "bjensen", "n": {"a": [1]}} ');
    expect(action).toEqual(goTo('ok'));
    expect(recorded.shared).toEqual({ username: 'bjensen', n: { a: [1] } });
  });

  test.each(['{', '[1]', '7', '"text"', 'null'])('%s is no JSON object: asks again with an error, keeping what was given', (json) => {
    const { action, recorded } = answered(1, json);
    const [, problem, choice, input] = sent(action);
    expect(problem?.type).toBe('TextOutputCallback');
    expect(outputs(problem).messageType).toBe('2');
    expect(outputs(choice).defaultChoice).toBe(1);
    expect(outputs(input).defaultText).toBe(json);
    expect(recorded.shared).toEqual({});
  });

  test('the corrected answer is taken', () => {
    const wrong = answered(1, '{');
    expect(run({ answers: echo(wrong.action, { 3: { '': '{"a": 1}' } }) })).toMatchObject({ action: goTo('no'), recorded: { shared: { a: 1 } } });
  });

  test('a choice that the client left out is the first', () => {
    const answers = echo(first.action).map((callback) => (callback.type === 'ChoiceCallback' ? { ...callback, values: {} } : callback));
    expect(run({ answers }).action).toEqual(goTo('ok'));
  });

  test('answers without a choice are none of its business: it asks', () => {
    expect(sent(run({ answers: strayAnswers.filter(({ type }) => type !== 'ChoiceCallback') }).action)).toEqual(sent(first.action));
  });

  test('golden trace', () => {
    expect(trace('VendorNode', { resource }, [{ answer: { 1: 1, 2: '{"a":1}' } }])).toEqual([
      expect.stringContaining('ask TextOutputCallback'),
      'ask ChoiceCallback {"prompt":"Outcome","choices":["All right","Not so"],"defaultChoice":0}',
      'ask TextInputCallback {"prompt":"Shared state to set (JSON object, optional)","defaultText":""}',
      'answer TextOutputCallback []',
      'answer ChoiceCallback [1]',
      'answer TextInputCallback ["{\\"a\\":1}"]',
      'put shared a 1',
      'go no',
    ]);
  });

  test('a choice that is not on the list: asks again with an error', () => {
    expect(outputs(sent(answered(9).action)[1]).message).toContain('no outcome number 9');
  });
});

test('a node without any outcome ends the journey', () => {
  expect(() => executeGeneric({ ...fakeContext('VendorNode'), outcomes: [] })).toThrow('has no outcomes');
});
