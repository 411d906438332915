import { useQuery } from '@tanstack/react-query';
import { usesOf } from '../actions.ts';

/** What refers to the journeys, as it is now. */
export function useUses(realm: string, ids: readonly string[]) {
  return useQuery({ queryKey: ['uses', realm, ids], queryFn: () => usesOf(realm, ids), staleTime: 0, gcTime: 0 });
}
