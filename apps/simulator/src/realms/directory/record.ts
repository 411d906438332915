import type { Identity, Issue, Json } from '@tandem/journey';
import { withStoredAnswers } from './answers.ts';

/** Attributes that have a meaning of their own here, and what to do instead of setting them. */
const OWN: Record<string, string> = {
  passwordHash: 'Give "password"; its hash is made here.',
  hasPassword: 'Give "password" to set one, null to take it away.',
};

/** What an administrator or a file says about an identity; `password` as it was typed. */
export interface GivenIdentity {
  kind: Identity['kind'];
  userName: string;
  password?: string | null | undefined;
  attributes: Record<string, Json>;
}

/** Reads attributes that came from outside, and says what is wrong with them. */
export function readAttributes(given: Record<string, unknown>, place: Partial<Issue>): { attributes: Record<string, Json>; issues: Issue[] } {
  const attributes: Record<string, Json> = {};
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (['_id', '_rev', 'kind', 'userName', 'password'].includes(name)) continue;
    if (name === '__proto__') issues.push({ ...place, field: name, message: 'An attribute cannot be called "__proto__".', expected: 'another name' });
    else if (Object.hasOwn(OWN, name) && name !== 'hasPassword')
      issues.push({ ...place, field: name, message: `"${name}" cannot be set.`, expected: OWN[name] ?? '' });
    else if (name !== 'hasPassword' && value !== undefined) attributes[name] = value as Json;
  }
  for (const name of ['mail', 'accountStatus']) {
    if (attributes[name] !== undefined && typeof attributes[name] !== 'string') {
      issues.push({ ...place, field: name, message: `"${name}" must be text.`, expected: name === 'mail' ? 'an address' : 'active or inactive' });
    }
  }
  return { attributes, issues };
}

/**
 * The record as the realm keeps it.
 *
 * @param hash of the new password; undefined keeps the old one, null takes it away
 */
export function recordOf(id: string, given: GivenIdentity, before: Identity | undefined, hash: string | null | undefined): Identity {
  const passwordHash = hash === undefined ? before?.passwordHash : (hash ?? undefined);
  const { kbaInfo } = given.attributes;
  const questions = kbaInfo === undefined ? {} : { kbaInfo: withStoredAnswers(kbaInfo, before?.kbaInfo as Json | undefined) };
  return {
    ...given.attributes,
    ...questions,
    _id: id,
    kind: given.kind,
    userName: given.userName,
    ...(passwordHash === undefined ? {} : { passwordHash }),
  };
}
