import type { IdentityView } from '@tandem/api';
import type { Identity } from '@tandem/journey';

/** An identity without the hash of its password. */
export function viewOf({ passwordHash, ...identity }: Identity): IdentityView {
  return { ...identity, hasPassword: passwordHash !== undefined };
}
