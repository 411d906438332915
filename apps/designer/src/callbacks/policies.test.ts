import { expect, test } from 'vitest';
import { failedPolicies } from './policies.ts';
import { english } from './words/english.ts';

const words = (policyRequirement: string, params: object = {}) =>
  failedPolicies(
    {
      type: 'ValidatedCreatePasswordCallback',
      output: [{ name: 'failedPolicies', value: [JSON.stringify({ policyRequirement, params })] }],
      input: [],
      raw: {},
    },
    english,
  );

test.each([
  ['AT_LEAST_X_CAPITAL_LETTERS', { numCaps: 1 }, 'At least 1 capital letter.'],
  ['AT_LEAST_X_CAPITAL_LETTERS', { numCaps: 2 }, 'At least 2 capital letters.'],
  ['AT_LEAST_X_NUMBERS', { numNums: 1 }, 'At least 1 digit.'],
  ['AT_LEAST_X_SPECIALS', { numSpecials: 3 }, 'At least 3 special characters.'],
  ['MIN_LENGTH', { minLength: 1 }, 'At least 1 character.'],
  ['MAX_LENGTH', { maxLength: 255 }, 'At most 255 characters.'],
])('%s with %j: %s', (requirement, params, sentence) => {
  expect(words(requirement, params)).toEqual([sentence]);
});
