import type { JsonObject } from '@tandem/journey';

/** What the body of a stored simulation says of where it comes from. */

/** Simulations whose steps it took over, the oldest first. */
export function ancestorsOf({ ancestors }: JsonObject): string[] {
  return Array.isArray(ancestors) ? ancestors.filter((id) => typeof id === 'string') : [];
}

/** The simulation that it was forked from, and the newest event that it took over. */
export function parentIn({ parent }: JsonObject): { parent: { id: string; seq: number } } | Record<never, never> {
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return {};
  return { parent: { id: String(parent.id), seq: Number(parent.seq) } };
}
