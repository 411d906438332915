import { describe, expect, test } from 'vitest';
import type { AnsweredCallback } from '../contract.ts';
import { sealed } from '../testing/fake-context.ts';
import {
  answered,
  answeredIndex,
  answeredText,
  answeredValidateOnly,
  attributeInputCallback,
  choiceCallback,
  isBlankPassword,
  outputOf,
  pollingWaitCallback,
  textInputCallback,
  textOutputCallback,
} from './callbacks.ts';

const given = (values: AnsweredCallback['values']): AnsweredCallback => ({ type: 'X', output: [{ name: 'name', value: 'mail' }], values });

describe('on the wire', () => {
  test.each([
    ['information', '0'],
    ['warning', '1'],
    ['error', '2'],
  ] as const)('the message type of a text output (%s) is text: %s', (kind, type) => {
    expect(textOutputCallback('m', kind).output).toEqual([
      { name: 'message', value: 'm' },
      { name: 'messageType', value: type },
    ]);
  });

  test('the wait time is text', () => {
    expect(pollingWaitCallback(5000, 'm').output[0]).toEqual({ name: 'waitTime', value: '5000' });
  });

  test('a choice starts with its default', () => {
    expect(choiceCallback('p', ['a', 'b'], 1)).toEqual({
      type: 'ChoiceCallback',
      output: [
        { name: 'prompt', value: 'p' },
        { name: 'choices', value: ['a', 'b'] },
        { name: 'defaultChoice', value: 1 },
      ],
      input: [{ suffix: '', value: 1 }],
    });
  });

  test('a text input has its default as output and as input', () => {
    expect(textInputCallback('p', 'd')).toMatchObject({ output: [{}, { name: 'defaultText', value: 'd' }], input: [{ value: 'd' }] });
  });

  test('an attribute input carries value and validateOnly', () => {
    const callback = attributeInputCallback(
      'Number',
      { name: 'age', prompt: 'Age', required: true, value: null },
      { policies: {}, failedPolicies: [], validateOnly: false },
    );
    expect(callback.type).toBe('NumberAttributeInputCallback');
    expect(callback.output.map(({ name }) => name)).toEqual(['name', 'prompt', 'required', 'policies', 'failedPolicies', 'validateOnly', 'value']);
    expect(callback.input.map(({ suffix }) => suffix)).toEqual(['', 'validateOnly']);
  });
});

describe('answers', () => {
  test('are found by type', () => {
    expect(answered([given({})], 'X')).toBeDefined();
    expect(answered([given({})], 'Y')).toBeUndefined();
    expect(answered(undefined, 'X')).toBeUndefined();
  });

  test.each([
    [3, 3],
    ['3', 3],
    ['x', undefined],
    [null, undefined],
    [true, undefined],
  ])('%j as an index is %j', (value, index) => {
    expect(answeredIndex(given({ '': value }))).toBe(index);
  });

  test('anything but text is no text', () => {
    expect(answeredText(given({ '': 'a' }))).toBe('a');
    expect(answeredText(given({ '': 7 }))).toBe('');
    expect(answeredText(undefined)).toBe('');
  });

  test('validateOnly comes as boolean or text', () => {
    expect(
      [true, 'true', 'false', undefined].map((value) => answeredValidateOnly(given(value === undefined ? {} : { validateOnly: value }))),
    ).toEqual([true, true, false, false]);
  });

  test('outputs are read by name', () => {
    expect(outputOf(given({}), 'name')).toBe('mail');
    expect(outputOf(given({}), 'other')).toBeUndefined();
  });
});

test.each([
  [sealed(''), true],
  [sealed('x'), false],
  ['', true],
  ['   ', true],
  ['x', false],
  [null, true],
  [undefined, true],
  [{ password: 'x' }, true],
])('%j is a blank password: %j', (value, blank) => {
  expect(isBlankPassword(value)).toBe(blank);
});
