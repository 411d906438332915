import type { Json, JsonObject } from '@tandem/journey';
import type { Sealed } from './contract.ts';

/** What a node may learn about a secret without seeing it: the driver opens the seal, its answer is recorded. */

/** Absent: the secret counts letter by letter. An answer to a security question counts without regard to case and to white space around it. */
export type SecretKind = 'answer';

/** The secret as it is hashed and compared. */
export function normalSecret(secret: string, as: SecretKind | undefined): string {
  return as === 'answer' ? secret.trim().replaceAll(/\s+/g, ' ').toLowerCase() : secret;
}

/** Hash a password for the identity store (scrypt, slow). */
export interface HashEffect {
  kind: 'hash';
  password: Sealed | string;
  as?: SecretKind | undefined;
}
export interface HashResult {
  /** As `Identity.passwordHash`. */
  hash: string;
}

/** Whether two texts are the same: an OTP, a confirmed password. */
export interface CompareEffect {
  kind: 'compare';
  left: Sealed | string;
  right: Sealed | string;
  as?: SecretKind | undefined;
}
export interface CompareResult {
  equal: boolean;
}

/** Check a value against policies, IDM's shape of a failed one (facts 3.3): `{"policyRequirement": "MIN_LENGTH", "params": {...}}`. */
export interface PolicyEffect {
  kind: 'policy';
  value: Sealed | Json;
  policies: readonly Policy[];
  /** Values of the user's other attributes, for policies that look at them. */
  object: JsonObject;
}
export interface PolicyResult {
  failed: FailedPolicy[];
}
export interface Policy {
  policyId: string;
  policyRequirements: readonly string[];
  params?: JsonObject | undefined;
}
export interface FailedPolicy {
  policyRequirement: string;
  params?: JsonObject | undefined;
}
