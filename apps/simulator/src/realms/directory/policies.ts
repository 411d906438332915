import { deepEqual, type Identity, type Issue, type Json, type JsonObject, type RealmServices } from '@tandem/journey';
import { failedUserPolicies } from '@tandem/nodes';
import type { GivenIdentity } from './record.ts';

type FailedPolicy = ReturnType<typeof failedUserPolicies>[number]['policyRequirements'][number];

const STATUSES: readonly Json[] = ['active', 'inactive'];

/**
 * Values that IDM would refuse in a managed user: its policies for AIC's attributes and the realm's own password policy. What the realm holds
 * already may stay, and what is only missing is no concern here: journeys are tried with users of a name alone.
 *
 * @param given with all of its attributes
 * @param before the user as the realm has it
 */
export function policyIssues(services: RealmServices, given: GivenIdentity, before: Identity | undefined, place: Partial<Issue> = {}): Issue[] {
  if (given.kind !== 'user') return [];
  const object: JsonObject = { ...given.attributes, userName: given.userName };
  if (typeof given.password === 'string') object.password = given.password;
  const changed = (name: string): boolean => before === undefined || !deepEqual(object[name] ?? null, (before[name] as Json | undefined) ?? null);
  const issues = failedUserPolicies(services, object, false).flatMap(({ property, policyRequirements }) =>
    changed(property) ? issueOf(property, policyRequirements.filter(isWrong)) : [],
  );
  const status = object.accountStatus ?? null;
  if (status !== null && !STATUSES.includes(status) && changed('accountStatus'))
    issues.push({ field: 'accountStatus', message: `The status ${JSON.stringify(status)} is not one that AIC has.`, expected: 'active or inactive' });
  return issues.map((issue) => ({ ...place, ...issue }));
}

/** An empty text is a value that is missing. */
function isWrong({ policyRequirement }: FailedPolicy): boolean {
  return policyRequirement !== 'REQUIRED';
}

const count = (number: Json | undefined, word: string): string => `${String(number)} ${word}${number === 1 ? '' : 's'}`;
const list = (value: Json | undefined): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/** What would be right, by IDM's requirement. */
const EXPECTED: Record<string, (params: Record<string, Json>) => string> = {
  MIN_LENGTH: (params) => `at least ${count(params.minLength, 'character')}`,
  MAX_LENGTH: (params) => `at most ${count(params.maxLength, 'character')}`,
  AT_LEAST_X_CAPITAL_LETTERS: (params) => `at least ${count(params.numCaps, 'capital letter')}`,
  AT_LEAST_X_NUMBERS: (params) => `at least ${count(params.numNums, 'digit')}`,
  AT_LEAST_X_SPECIALS: (params) => `at least ${count(params.numSpecials, 'special character')}`,
  CANNOT_CONTAIN_OTHERS: (params) => `nothing that holds the value of ${list(params.disallowedFields)}`,
  CANNOT_CONTAIN_CHARACTERS: (params) => `none of these characters: ${list(params.forbiddenChars)}`,
  VALID_EMAIL_ADDRESS_FORMAT: () => 'an address such as bjensen@example.com',
  VALID_PHONE_FORMAT: () => 'a number such as +49 30 123456',
  VALID_TYPE: (params) => `a value of the type ${list(params.validTypes)}`,
};

/** One issue for everything that is wrong with a value, none when nothing is. */
function issueOf(property: string, failed: readonly FailedPolicy[]): Issue[] {
  if (failed.length === 0) return [];
  const expected = failed.map(({ policyRequirement, params = {} }) => EXPECTED[policyRequirement]?.(params) ?? policyRequirement).join(', ');
  const message = property === 'password' ? "The password does not meet the realm's policy." : `"${property}" is not as AIC takes it.`;
  return [{ field: property, message, expected }];
}
