import type { Json, JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../secret-effects.ts';
import { failedPolicies, failuresJson, policiesJson } from './policies.ts';

const policy = (policyId: string, params?: JsonObject): Policy => ({ policyId, policyRequirements: ['X'], ...(params ? { params } : {}) });
const failed = (policyId: string, value: Json, params?: JsonObject, object: JsonObject = {}) =>
  failedPolicies([policy(policyId, params)], value, object);

describe.each<[policyId: string, params: JsonObject | undefined, good: Json[], bad: Json[], requirement: string]>([
  ['required', undefined, ['a', 0, false], [null, ''], 'REQUIRED'],
  ['not-empty', undefined, ['a', ['a'], false], [null, '', []], 'REQUIRED'],
  ['minimum-length', { minLength: 3 }, ['abc', '😀😀😀', null, 1], ['', 'ab'], 'MIN_LENGTH'],
  ['maximum-length', { maxLength: 3 }, ['', 'abc', '😀😀😀', null], ['abcd'], 'MAX_LENGTH'],
  ['at-least-X-capitals', { numCaps: 2 }, ['AB', 'aBcD', '', null], ['A', 'a', '(('], 'AT_LEAST_X_CAPITAL_LETTERS'],
  ['at-least-X-numbers', { numNums: 1 }, ['1', ''], ['a'], 'AT_LEAST_X_NUMBERS'],
  ['at-least-X-specials', { numSpecials: 1 }, ['a!', ''], ['aB1 '], 'AT_LEAST_X_SPECIALS'],
  ['cannot-contain-characters', { forbiddenChars: ['/', '\\'] }, ['ab', ''], ['a/b', '\\'], 'CANNOT_CONTAIN_CHARACTERS'],
  ['cannot-contain-duplicates', undefined, ['abc', ''], ['aba', '😀😀'], 'CANNOT_CONTAIN_DUPLICATES'],
  [
    'valid-email-address-format',
    undefined,
    ['a@b.c', '@@@.c', 'to: a@b.c\n', '', null],
    ['a@b', 'a.b', '@b.c', 'a@.c', 'a@b.', 'a@\nb.c', `a@b.${'c'.repeat(317)}`],
    'VALID_EMAIL_ADDRESS_FORMAT',
  ],
  ['valid-phone-format', undefined, ['+44 (117) 496-0000', ''], ['call me', '++1'], 'VALID_PHONE_FORMAT'],
  ['valid-name-format', undefined, ["Anne-Marie O'Neill", 'Łukasz', ''], ['R2D2'], 'VALID_NAME_FORMAT'],
  ['valid-number', undefined, [1, '1.5', '', null], ['x'], 'VALID_NUMBER'],
  ['valid-date', undefined, ['2026-11-22', ''], ['soon'], 'VALID_DATE'],
  ['valid-type', { types: ['number'] }, [1, null], ['1', true, [1], {}], 'VALID_TYPE'],
])('%s', (policyId, params, good, bad, requirement) => {
  test.each(good)('takes %j', (value) => expect(failed(policyId, value, params)).toEqual([]));
  test.each(bad)('refuses %j', (value) => expect(failed(policyId, value, params)[0]?.policyRequirement).toBe(requirement));
});

test('what was asked for comes with the failure', () => {
  expect(failed('minimum-length', 'a', { minLength: 8 })).toEqual([{ policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } }]);
  expect(failed('cannot-contain-characters', '/', { forbiddenChars: ['/', '\\'] })[0]?.params).toEqual({ forbiddenChars: '/, \\' });
  expect(failed('valid-type', ['a'], { types: ['string'] })[0]?.params).toEqual({ validTypes: ['string'], invalidType: 'array' });
  expect(failed('cannot-contain-duplicates', 'abcb')[0]?.params).toEqual({ duplicateValue: 'b' });
});

test('cannot-contain-others looks at the user, in the very case, and names the attributes', () => {
  const params = { disallowedFields: ['userName', 'sn', 'givenName', 'toString'] };
  const object = { userName: 'bjensen', sn: 'Jensen', givenName: '', age: 42 };
  expect(failed('cannot-contain-others', 'xJensenx', params, object)).toEqual([
    { policyRequirement: 'CANNOT_CONTAIN_OTHERS', params: { disallowedFields: ['sn'] } },
  ]);
  expect(failed('cannot-contain-others', 'JENSEN', params, object)).toEqual([]);
  expect(failed('cannot-contain-others', '', params, object)).toEqual([]);
});

test.each(['never-heard-of', 'constructor'])('a policy that is not known never fails: %s', (policyId) => {
  expect(failed(policyId, 'x')).toEqual([]);
});

test('a policy without its parameters asks for nothing', () => {
  for (const policyId of ['minimum-length', 'at-least-X-numbers', 'cannot-contain-others', 'cannot-contain-characters'])
    expect(failed(policyId, 'x')).toEqual([]);
});

test('failures come in the order of the policies', () => {
  const policies = [policy('at-least-X-numbers', { numNums: 1 }), policy('minimum-length', { minLength: 3 })];
  expect(failuresJson(failedPolicies(policies, 'a', {}))).toEqual([
    '{"policyRequirement":"AT_LEAST_X_NUMBERS","params":{"numNums":1}}',
    '{"policyRequirement":"MIN_LENGTH","params":{"minLength":3}}',
  ]);
});

test('an attribute without policies carries an empty object', () => {
  expect(policiesJson('x', [])).toEqual({});
  expect(policiesJson('x', [policy('a'), policy('b', { n: 1 })])).toEqual({
    policyRequirements: ['X'],
    fallbackPolicies: null,
    name: 'x',
    policies: [
      { policyRequirements: ['X'], policyId: 'a' },
      { policyRequirements: ['X'], policyId: 'b', params: { n: 1 } },
    ],
    conditionalPolicies: null,
  });
});

describe('hostile texts of 20,000 characters and more are judged in one pass (an exponential, cubic or quadratic check would not come back)', () => {
  const long = (text: string, times = 20_000): string => text.repeat(times);
  const everyCharacter = String.fromCodePoint(...Array.from({ length: 0xd800 - 0x20 }, (_, index) => index + 0x20));
  const others = { disallowedFields: ['sn'] };
  test.each<[policyId: string, value: string, requirement: string | undefined, params?: JsonObject, object?: JsonObject]>([
    ['required', long(' '), undefined],
    ['not-empty', long(' '), undefined],
    ['minimum-length', long('😀'), 'MIN_LENGTH', { minLength: 20_001 }],
    ['maximum-length', long('😀'), undefined, { maxLength: 20_000 }],
    ['at-least-X-capitals', long('a'), 'AT_LEAST_X_CAPITAL_LETTERS', { numCaps: 1 }],
    ['at-least-X-numbers', long('a'), 'AT_LEAST_X_NUMBERS', { numNums: 1 }],
    ['at-least-X-specials', long('a '), 'AT_LEAST_X_SPECIALS', { numSpecials: 1 }],
    ['cannot-contain-others', `${long('a', 500_000)}c`, undefined, others, { sn: `b${long('a', 250_000)}` }],
    ['cannot-contain-others', `${long('a', 500_000)}c`, 'CANNOT_CONTAIN_OTHERS', others, { sn: `${long('a', 250_000)}c` }],
    ['cannot-contain-characters', long('a'), undefined, { forbiddenChars: ['/', `${long('a')}b`] }],
    ['cannot-contain-duplicates', everyCharacter, undefined],
    ['valid-email-address-format', long('@'), 'VALID_EMAIL_ADDRESS_FORMAT'],
    ['valid-email-address-format', long('a@a'), 'VALID_EMAIL_ADDRESS_FORMAT'],
    ['valid-email-address-format', long('@.'), 'VALID_EMAIL_ADDRESS_FORMAT'],
    ['valid-email-address-format', long('.\n@'), 'VALID_EMAIL_ADDRESS_FORMAT'],
    ['valid-phone-format', `${long('- (')}x`, 'VALID_PHONE_FORMAT'],
    ['valid-phone-format', long('+'), 'VALID_PHONE_FORMAT'],
    ['valid-name-format', `${long("a '-")}1`, 'VALID_NAME_FORMAT'],
    ['valid-number', long('9'), 'VALID_NUMBER'],
    ['valid-number', `${long(' ')}x`, 'VALID_NUMBER'],
    ['valid-date', long('('), 'VALID_DATE'],
    ['valid-date', long('2026-'), 'VALID_DATE'],
    ['valid-type', long('a'), 'VALID_TYPE', { types: ['number'] }],
  ])('%s', (policyId, value, requirement, params, object) => {
    expect(failed(policyId, value, params, object)[0]?.policyRequirement).toBe(requirement);
  });
});
