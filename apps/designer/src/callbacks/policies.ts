import { outputTexts } from './read.ts';
import { isObject, type WireCallback } from './wire.ts';

/** What failed policies ask for, in words. AM sends each as JSON in a string: `{"policyRequirement":"MIN_LENGTH","params":{"minLength":8}}`. */
const WORDS: Record<string, (params: Record<string, unknown>) => string> = {
  REQUIRED: () => 'This field is required.',
  MIN_LENGTH: (p) => `At least ${count(p.minLength, 'character')}.`,
  MAX_LENGTH: (p) => `At most ${count(p.maxLength, 'character')}.`,
  LENGTH_BASED: (p) => `Between ${p['min-password-length'] ?? 0} and ${p['max-password-length'] ?? 'any number of'} characters.`,
  AT_LEAST_X_CAPITAL_LETTERS: (p) => `At least ${count(p.numCaps, 'capital letter')}.`,
  AT_LEAST_X_NUMBERS: (p) => `At least ${count(p.numNums, 'digit')}.`,
  AT_LEAST_X_SPECIALS: (p) => `At least ${count(p.numSpecials, 'special character')}.`,
  CANNOT_CONTAIN_CHARACTERS: (p) => `Must not contain ${list(p.forbiddenChars)}.`,
  CANNOT_CONTAIN_OTHERS: (p) => `Must not contain the value of ${list(p.disallowedFields)}.`,
  CANNOT_CONTAIN_DUPLICATES: (p) => `Must not repeat "${p.duplicateValue ?? 'a character'}".`,
  UNIQUE: () => 'This value is already in use.',
  VALID_USERNAME: () => 'This user name is already in use or not allowed.',
  VALID_EMAIL_ADDRESS_FORMAT: () => 'Not an email address.',
  VALID_PHONE_FORMAT: () => 'Not a phone number.',
  VALID_DATE: () => 'Not a date.',
  VALID_TYPE: (p) => `Has to be of type ${list(p.types ?? p.validTypes)}.`,
  MINIMUM_NUMBER_VALUE: (p) => `At least ${p.minimum}.`,
  MAXIMUM_NUMBER_VALUE: (p) => `At most ${p.maximum}.`,
  MATCH_REGEXP: (p) => (p.policyDescription ? String(p.policyDescription) : 'Not in the expected form.'),
  IS_NEW: () => 'Was used before; choose a new one.',
  DICTIONARY: () => 'Too easy to guess.',
};

function count(number: unknown, word: string): string {
  return `${number} ${word}${Number(number) === 1 ? '' : 's'}`;
}

function list(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** One sentence for each failed policy of the callback, none when it passed. */
export function failedPolicies(callback: WireCallback): string[] {
  return outputTexts(callback, 'failedPolicies').map((text) => {
    let policy: unknown = text;
    try {
      policy = JSON.parse(text);
    } catch {
      return text;
    }
    if (!isObject(policy) || typeof policy.policyRequirement !== 'string') return text;
    const params = isObject(policy.params) ? policy.params : {};
    return WORDS[policy.policyRequirement]?.(params) ?? policy.policyRequirement.toLowerCase().replaceAll('_', ' ');
  });
}
