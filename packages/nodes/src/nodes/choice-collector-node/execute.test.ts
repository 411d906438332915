import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { outcomesFor } from '../../lookup.ts';
import { echo, type FakeOptions, outputs, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const config = { choices: ['Email', 'SMS', 'None'], defaultChoice: 'SMS', prompt: 'How?' };
const run = (options: FakeOptions = {}) => visit('ChoiceCollectorNode', { config, ...options });
const first = run();
const chosen = (value: string | number | boolean | null) => run({ answers: echo(first.action, { 0: { '': value } }) });

test('asks, then takes the chosen outcome', () => {
  expect(trace('ChoiceCollectorNode', { config }, [{ answer: { 0: 2 } }])).toEqual([
    'ask ChoiceCallback {"prompt":"How?","choices":["Email","SMS","None"],"defaultChoice":1}',
    'answer ChoiceCallback [2]',
    'go None',
  ]);
});

test.each([
  [0, 'Email'],
  ['1', 'SMS'],
  [2, 'None'],
])('choice %j leads to %s', (index, outcome) => {
  expect(chosen(index).action).toEqual(goTo(outcome));
});

test('the step sent back unchanged means the default choice', () => {
  expect(run({ answers: echo(first.action) }).action).toEqual(goTo('SMS'));
});

test('a default that is no choice: the first is selected', () => {
  const action = run({ config: { ...config, defaultChoice: 'Pigeon' } }).action;
  expect(outputs(sent(action)[0]).defaultChoice).toBe(0);
  expect(sent(action)[0]?.input).toEqual([{ suffix: '', value: 0 }]);
});

test('every choice is an outcome', () => {
  expect(outcomesFor(definition, config).map(({ id }) => id)).toEqual(['Email', 'SMS', 'None']);
});

describe('wrong input', () => {
  test('an index outside of the list ends the journey', () => {
    expect(() => chosen(3)).toThrow('Node processing failed: there is no choice number 3.');
  });

  test.each(['x', null, true, ''])('an answer that is no index (%j) is asked for again', (value) => {
    expect(chosen(value).action).toEqual(first.action);
  });

  test('the same answer given twice counts once, in the order it came', () => {
    const answers = [...echo(first.action, { 0: { '': 0 } }), ...echo(first.action, { 0: { '': 2 } })];
    expect(run({ answers }).action).toEqual(goTo('Email'));
  });
});

describe('configuration', () => {
  test('a single choice is taken without asking', () => {
    expect(trace('ChoiceCollectorNode', { config: { choices: ['Only'] } })).toEqual(['go Only']);
  });

  test.each([[{}], [{ choices: [] }], [{ choices: 'Email' }]])('no choices end the journey: %j', (wrong) => {
    expect(() => run({ config: wrong })).toThrow("Node doesn't have outcomes which can give auth level >= null");
  });
});
