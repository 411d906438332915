import type { Identity } from '@tandem/journey';

/** Multi-valued attribute of the user, an entry "<node id>=<count>" for each Retry Limit node. */
const ATTRIBUTE = 'retryLimitNodeCount';

export function userCounts(user: Identity): string[] {
  const value: unknown = user[ATTRIBUTE];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** A copy of the user with these counters; without any the attribute goes. */
export function withUserCounts(user: Identity, counts: readonly string[]): Identity {
  const { [ATTRIBUTE]: _before, ...others } = user;
  return counts.length === 0 ? (others as Identity) : { ...user, [ATTRIBUTE]: [...counts] };
}
