import type { JourneyUseAnswer } from '@tandem/api';
import { usesOf } from './actions.ts';

/** Places that would miss journeys: the realm's default, and journeys that do not go with them. */
export function missing(uses: readonly JourneyUseAnswer[], ids: readonly string[]): JourneyUseAnswer[] {
  return uses.filter((use) => use.kind === 'default' || !ids.includes(use.journey));
}

/** Those, read now. */
export const whoMisses = async (realm: string, ids: readonly string[]): Promise<JourneyUseAnswer[]> => missing(await usesOf(realm, ids), ids);
