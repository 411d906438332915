import { type Identity, isObject, type Json, type JsonObject } from '@tandem/journey';
import { isSealed, type NodeContext } from '../contract.ts';
import type { FailedPolicy } from '../secret-effects.ts';
import { mergedObject } from './attributes.ts';
import { managedObject, metadataOf } from './managed-user.ts';
import { withNewPassword } from './password-state.ts';
import { hashedDefinitions, KBA_ATTRIBUTE, secretOf } from './security-answers.ts';
import { userAttribute } from './user-schema.ts';
import { failuresOf } from './validation.ts';

/** Creating and changing users as IDM does: policies first, then secrets become hashes. */

/** What Tandem keeps beside IDM's attributes, and what nobody may choose. */
const reserved = new Set(['_id', '_rev', 'kind', 'passwordHash', '_meta', '__proto__']);

/** Collected attributes that can be written. */
export function writable(attributes: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !reserved.has(name)));
}

/** The policies that attributes fail, by attribute. Suspends the visit for a password, so call it before writing state. */
export function failedAttributes(context: NodeContext, attributes: JsonObject, user: Identity | undefined): Map<string, FailedPolicy[]> {
  const object = { ...(user && managedObject(user)), ...attributes };
  const failed = new Map<string, FailedPolicy[]>();
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = userAttribute(context.services, name);
    const failures = attribute ? failuresOf(context, attribute, value, object, user?._id) : [];
    if (failures.length > 0) failed.set(name, failures);
  }
  return failed;
}

/** Why a write was refused, for the log: attributes and requirements, never values. */
export function refusal(failed: ReadonlyMap<string, readonly FailedPolicy[]>): string {
  const reasons = [...failed].map(([name, failures]) => `${name} ${failures.map(({ policyRequirement }) => policyRequirement).join(', ')}`);
  return `Policy validation failed: ${reasons.join('; ')}`;
}

/**
 * The user with these attributes. The password and answers to security questions are hashed, which suspends the visit: call this before writing
 * state. Objects are laid over each other; any other secret is not stored.
 */
export function withAttributes(context: NodeContext, user: Identity, attributes: JsonObject): Identity {
  const { password, ...rest } = attributes;
  const stored = Object.entries(rest).flatMap(([name, value]): [string, Json][] => {
    if (name === KBA_ATTRIBUTE) return [[name, hashedDefinitions(context, value)]];
    if (!holdsSecret(value)) return [[name, value]];
    context.log('warn', `${name} holds a secret and is not stored: passwords and answers to security questions alone are.`);
    return [];
  });
  const given = secretOf(password);
  const hash = given === undefined ? undefined : context.effect({ kind: 'hash', password: given }).hash;
  const merged = mergedObject(user as JsonObject, Object.fromEntries(stored)) as Identity;
  return hash === undefined ? merged : withNewPassword(merged, hash);
}

/** IDM's metadata with the terms that the journey accepted, if it did. */
export function withAcceptedTerms(user: Identity, termsAccepted: Json | undefined): Identity {
  return isObject(termsAccepted) ? ({ ...user, _meta: { ...metadataOf(user), termsAccepted } } as Identity) : user;
}

/** Whether a value is a secret or holds one at any depth. */
export function holdsSecret(value: Json): boolean {
  if (isSealed(value)) return true;
  if (Array.isArray(value)) return value.some(holdsSecret);
  return isObject(value) && Object.values(value).some(holdsSecret);
}
