import { HostFailure } from './failure.ts';

/**
 * Bounds of a single host call. The driver's thread answers it and serves nobody else meanwhile, and a call that is under way cannot be stopped; each
 * bound is far from what scripts do, and keeps the dearest call within tenths of a second.
 */
export const limits = {
  /** Characters of a `_queryFilter`. */
  filter: 10_000,
  /** The same times the users it is held against. */
  filterWork: 10_000_000,
  sortKeys: 20,
  /** Fields asked for. */
  fields: 100,
  /** Parts of a JSON pointer. */
  depth: 20,
  /** Operations of a patch. */
  operations: 50,
  /** Attributes stored at once. */
  attributes: 50,
  /** Characters of an identity as JSON. */
  identity: 128_000,
  /** Mails that a script sends. */
  mails: 20,
};

/** @throws HostFailure 400 that names the bound */
export function bounded(count: number, limit: number, what: string): void {
  if (count > limit) throw new HostFailure(`${what}: ${count}, at most ${limit}`, 400);
}
