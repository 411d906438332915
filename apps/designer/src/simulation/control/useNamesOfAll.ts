import { useQueries } from '@tanstack/react-query';
import { simulatedJourneyQuery } from '../api.ts';
import { useLive } from '../hooks.ts';
import { endName } from './breakpoints.ts';

/** Names of nodes as these journeys have them; of one that none of them has (any more), its id. */
export function useNamesOfAll(journeys: readonly string[]): (node: string) => string {
  const id = useLive((state) => state.id);
  const documents = useQueries({ queries: journeys.map((journey) => simulatedJourneyQuery(id, journey)) });
  return (node) => {
    const found = documents.find(({ data }) => data?.tree.nodes?.[node] !== undefined)?.data;
    return endName(node) ?? found?.tree.nodes?.[node]?.displayName ?? node;
  };
}
