import type { IdentityView } from '@tandem/api';
import type { Identity, Json } from '@tandem/journey';
import { withoutAnswers } from './answers.ts';

/** An identity without the hashes of its password and of its answers to security questions. */
export function viewOf({ passwordHash, ...identity }: Identity): IdentityView {
  const shown = { ...identity, hasPassword: passwordHash !== undefined };
  return identity.kbaInfo === undefined ? shown : { ...shown, kbaInfo: withoutAnswers(identity.kbaInfo as Json) };
}
