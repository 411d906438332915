import { type Parent, parentSchema } from '@tandem/api';
import type { JsonObject } from '@tandem/journey';

/** What the body of a stored simulation says of where it comes from. */

/** Simulations whose steps it took over, the oldest first. */
export function ancestorsOf({ ancestors }: JsonObject): string[] {
  return Array.isArray(ancestors) ? ancestors.filter((id) => typeof id === 'string') : [];
}

/** The simulation that it was forked from, the newest event that it took over, and what it was made with. */
export function parentIn({ parent }: JsonObject): { parent?: Parent } {
  const read = parentSchema.safeParse(parent);
  return read.success ? { parent: read.data } : {};
}
