import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { simulatedJourneyQuery } from '../api.ts';
import { useLive, useSimulation } from '../hooks.ts';
import { endName, type Listed, listed, settingOf } from './breakpoints.ts';
import { NO_BREAKPOINTS } from './control.ts';

/** All breakpoints, those switched off in this browser too. */
export function useBreakpoints(): readonly Listed[] {
  const on = useLive(({ view }) => view?.state.breakpoints) ?? NO_BREAKPOINTS;
  const off = useStore(useSimulation().control.store, (state) => state.off);
  return useMemo(() => listed(on.map(settingOf), off), [on, off]);
}

/** Names of nodes as these journeys have them; of one that none of them has (any more), its id. */
export function useNodeNames(journeys: readonly string[]): (node: string) => string {
  const id = useLive((state) => state.id);
  const documents = useQueries({ queries: journeys.map((journey) => simulatedJourneyQuery(id, journey)) });
  return (node) => {
    const found = documents.find(({ data }) => data?.tree.nodes?.[node] !== undefined)?.data;
    return endName(node) ?? found?.tree.nodes?.[node]?.displayName ?? node;
  };
}
