import type { Json, JsonObject } from '@tandem/journey';
import type { FailedPolicy, Policy } from '../secret-effects.ts';

/** IDM's policies, as far as AIC's managed users have them. Ids, requirements, parameters and patterns are those of IDM's default policy script. */

type Check = (value: Json, params: JsonObject, object: JsonObject) => FailedPolicy[];

const fails = (failed: boolean, policyRequirement: string, params?: JsonObject): FailedPolicy[] =>
  failed ? [params ? { policyRequirement, params } : { policyRequirement }] : [];
const number = (params: JsonObject, name: string): number => (typeof params[name] === 'number' ? params[name] : 0);
const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
const isMissing = (value: Json): boolean => value === null || value === '';
/** Missing values are the business of `required` and `minimum-length` alone. */
const onText =
  (check: (text: string, params: JsonObject, object: JsonObject) => FailedPolicy[]): Check =>
  (value, params, object) =>
    typeof value === 'string' && value !== '' ? check(value, params, object) : [];
const atLeast = (pattern: RegExp, parameter: string, requirement: string): Check =>
  onText((text, params) => {
    const wanted = number(params, parameter);
    return fails((text.match(pattern) ?? []).length < wanted, requirement, { [parameter]: wanted });
  });
const looksLike = (pattern: RegExp, requirement: string): Check => onText((text) => fails(!pattern.test(text), requirement));

const checks: Record<string, Check> = {
  // Login pages send an empty text where nothing was typed.
  required: (value) => fails(isMissing(value), 'REQUIRED'),
  'not-empty': (value) => fails(isMissing(value) || (Array.isArray(value) && value.length === 0), 'REQUIRED'),
  'minimum-length': (value, params) =>
    fails(typeof value === 'string' && [...value].length < number(params, 'minLength'), 'MIN_LENGTH', { minLength: number(params, 'minLength') }),
  'maximum-length': onText((text, params) =>
    fails([...text].length > number(params, 'maxLength'), 'MAX_LENGTH', { maxLength: number(params, 'maxLength') }),
  ),
  'at-least-X-capitals': atLeast(/[A-Z]/g, 'numCaps', 'AT_LEAST_X_CAPITAL_LETTERS'),
  'at-least-X-numbers': atLeast(/\d/g, 'numNums', 'AT_LEAST_X_NUMBERS'),
  'at-least-X-specials': atLeast(/[^\p{L}\d\s]/gu, 'numSpecials', 'AT_LEAST_X_SPECIALS'),
  'cannot-contain-others': onText((text, params, object) => {
    const found = texts(params.disallowedFields).filter((field) => {
      const other = Object.hasOwn(object, field) ? object[field] : undefined;
      return typeof other === 'string' && other !== '' && text.includes(other);
    });
    return fails(found.length > 0, 'CANNOT_CONTAIN_OTHERS', { disallowedFields: found });
  }),
  'cannot-contain-characters': onText((text, params) => {
    const forbidden = texts(params.forbiddenChars);
    return fails(
      forbidden.some((character) => text.includes(character)),
      'CANNOT_CONTAIN_CHARACTERS',
      { forbiddenChars: forbidden.join(', ') },
    );
  }),
  'cannot-contain-duplicates': onText((text) => {
    const seen = new Set<string>();
    const duplicate = [...text].find((character) => seen.size === seen.add(character).size);
    return fails(duplicate !== undefined, 'CANNOT_CONTAIN_DUPLICATES', { duplicateValue: duplicate ?? '' });
  }),
  'valid-email-address-format': onText((text) => fails(!isMailAddress(text), 'VALID_EMAIL_ADDRESS_FORMAT')),
  'valid-phone-format': looksLike(/^\+?[0-9\- ()]*$/, 'VALID_PHONE_FORMAT'),
  'valid-name-format': looksLike(/^[\p{L}'\-\s]+$/u, 'VALID_NAME_FORMAT'),
  'valid-number': (value) => fails(!isMissing(value) && !Number.isFinite(Number(value)), 'VALID_NUMBER'),
  'valid-date': onText((text) => fails(Number.isNaN(Date.parse(text)), 'VALID_DATE')),
  'valid-type': (value, params) => {
    const types = texts(params.types);
    return fails(value !== null && !types.includes(typeOf(value)), 'VALID_TYPE', { validTypes: types, invalidType: typeOf(value) });
  },
};

/** The longest address that mail servers take: 64 characters, "@", 255 (RFC 5321, 4.5.3.1). IDM itself has no limit. */
const MAX_ADDRESS = 320;

/**
 * What IDM's `.+@.+\..+` finds anywhere within a line, in one pass: the pattern itself takes cubic time over a text of many "@", which anybody can
 * send.
 */
function isMailAddress(text: string): boolean {
  if (text.length > MAX_ADDRESS) return false;
  return text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const at = line.indexOf('@', 1);
    return at > 0 && line.lastIndexOf('.', line.length - 2) > at + 1;
  });
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Policies that a value does not fulfil, in the order given. A policy that Tandem does not know never fails; those about other users (`unique`,
 * `valid-username`) are the node's to check.
 *
 * @param object the user's attributes, for policies that look at them
 */
export function failedPolicies(policies: readonly Policy[], value: Json, object: JsonObject): FailedPolicy[] {
  return policies.flatMap(({ policyId, params = {} }) => (Object.hasOwn(checks, policyId) ? (checks[policyId]?.(value, params, object) ?? []) : []));
}

/** The policies of one attribute as validated callbacks carry them (facts 3.3): an empty object where there are none. */
export function policiesJson(name: string, policies: readonly Policy[]): Json {
  if (policies.length === 0) return {};
  return {
    policyRequirements: [...new Set(policies.flatMap(({ policyRequirements }) => policyRequirements))],
    fallbackPolicies: null,
    name,
    policies: policies.map(({ policyId, policyRequirements, params }) => ({
      policyRequirements: [...policyRequirements],
      policyId,
      ...(params ? { params } : {}),
    })),
    conditionalPolicies: null,
  };
}

/** Failed policies travel as JSON in text (facts 3.3). */
export function failuresJson(failed: readonly FailedPolicy[]): string[] {
  return failed.map((failure) => JSON.stringify(failure));
}

/** The same in words for the log: "a policy: MIN_LENGTH", "policies: REQUIRED, VALID_TYPE". */
export function failuresText(failed: readonly FailedPolicy[]): string {
  const names = [...new Set(failed.map(({ policyRequirement }) => policyRequirement))];
  return `${names.length === 1 ? 'a policy' : 'policies'}: ${names.join(', ')}`;
}
