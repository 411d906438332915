import type { Json, JsonObject } from '@tandem/journey';
import type { FailedPolicy, Policy } from '../secret-effects.ts';

/** IDM's policies, as far as AIC's managed users have them. Ids, requirements and parameters are IDM's (Ping docs: default policy for managed objects). */

type Check = (value: Json, params: JsonObject, object: JsonObject) => FailedPolicy[];

const fails = (failed: boolean, policyRequirement: string, params?: JsonObject): FailedPolicy[] =>
  failed ? [params ? { policyRequirement, params } : { policyRequirement }] : [];
const number = (params: JsonObject, name: string): number => (typeof params[name] === 'number' ? params[name] : 0);
const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
/** Missing values are the business of `required` and `not-empty` alone. */
const onText =
  (check: (text: string, params: JsonObject, object: JsonObject) => FailedPolicy[]): Check =>
  (value, params, object) =>
    typeof value === 'string' && value !== '' ? check(value, params, object) : [];
const atLeast = (pattern: RegExp, parameter: string, requirement: string): Check =>
  onText((text, params) => {
    const wanted = number(params, parameter);
    return fails((text.match(pattern) ?? []).length < wanted, requirement, { [parameter]: wanted });
  });

const checks: Record<string, Check> = {
  required: (value) => fails(value === null, 'REQUIRED'),
  'not-empty': (value) => fails(value === null || value === '' || (Array.isArray(value) && value.length === 0), 'NOT_EMPTY'),
  // IDM refuses an empty password as too short; an absent one is left to `required`.
  'minimum-length': (value, params) =>
    fails(typeof value === 'string' && [...value].length < number(params, 'minLength'), 'MIN_LENGTH', { minLength: number(params, 'minLength') }),
  'maximum-length': onText((text, params) =>
    fails([...text].length > number(params, 'maxLength'), 'MAX_LENGTH', { maxLength: number(params, 'maxLength') }),
  ),
  'at-least-X-capitals': atLeast(/\p{Lu}/gu, 'numCaps', 'AT_LEAST_X_CAPITAL_LETTERS'),
  'at-least-X-numbers': atLeast(/\d/g, 'numNums', 'AT_LEAST_X_NUMBERS'),
  'at-least-X-specials': atLeast(/[^\p{L}\d\s]/gu, 'numSpecials', 'AT_LEAST_X_SPECIALS'),
  'cannot-contain-others': onText((text, params, object) => {
    const found = texts(params.disallowedFields).filter((field) => {
      const other = object[field];
      return typeof other === 'string' && other !== '' && text.toLowerCase().includes(other.toLowerCase());
    });
    return fails(found.length > 0, 'CANNOT_CONTAIN_OTHERS', { disallowedFields: found });
  }),
  'cannot-contain-characters': onText((text, params) => {
    const found = texts(params.forbiddenChars).filter((character) => text.includes(character));
    return fails(found.length > 0, 'CANNOT_CONTAIN_CHARACTERS', { forbiddenChars: found });
  }),
  'valid-email-address-format': onText((text) => fails(!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text), 'VALID_EMAIL_ADDRESS_FORMAT')),
  'valid-username': onText((text) => fails(!/^[^\s/\\]+$/.test(text), 'VALID_USERNAME')),
  'valid-phone-format': onText((text) => fails(!/^\+?[\d\s().-]{4,20}$/.test(text), 'VALID_PHONE_FORMAT')),
  'valid-number': (value) => fails(value !== null && value !== '' && !Number.isFinite(Number(value)), 'VALID_NUMBER'),
  'valid-date': onText((text) => fails(Number.isNaN(Date.parse(text)), 'VALID_DATE')),
  'valid-type': (value, params) => {
    const types = texts(params.types);
    return fails(types.length > 0 && !types.includes(typeOf(value)), 'VALID_TYPE', { validTypes: types, invalidType: typeOf(value) });
  },
  /** The driver says which values are taken: `params.taken`. */
  unique: onText((text, params) =>
    fails(
      texts(params.taken).some((taken) => taken.toLowerCase() === text.toLowerCase()),
      'UNIQUE',
    ),
  ),
};

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Policies that a value does not fulfil, in the order given. A policy that Tandem does not know never fails.
 *
 * @param object the user's other attributes
 */
export function failedPolicies(policies: readonly Policy[], value: Json, object: JsonObject): FailedPolicy[] {
  return policies.flatMap(({ policyId, params = {} }) => (Object.hasOwn(checks, policyId) ? (checks[policyId]?.(value, params, object) ?? []) : []));
}
