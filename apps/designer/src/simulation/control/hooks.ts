import type { FaultSetting } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { resourcesQuery } from '../../app/index.ts';
import { simulatedJourneyQuery } from '../api.ts';
import { useLive, useSimulation } from '../hooks.ts';
import { endName, type Listed, listed, settingOf } from './breakpoints.ts';
import { NO_BREAKPOINTS, NO_FAULTS } from './control.ts';

/** All breakpoints, those switched off in this browser too. */
export function useBreakpoints(): readonly Listed[] {
  const on = useLive(({ view }) => view?.state.breakpoints) ?? NO_BREAKPOINTS;
  const off = useStore(useSimulation().control.store, (state) => state.off);
  return useMemo(() => listed(on.map(settingOf), off), [on, off]);
}

/** Faults that are on. */
export function useFaults(): readonly FaultSetting[] {
  return useLive(({ view }) => view?.state.faults as readonly FaultSetting[] | undefined) ?? NO_FAULTS;
}

/** Names of a journey's nodes; of one that it does not have (any more), its id. */
export function useNodeNames(journey: string): (node: string) => string {
  const id = useLive((state) => state.id);
  const { data } = useQuery(simulatedJourneyQuery(id, journey));
  return (node) => endName(node) ?? data?.tree.nodes?.[node]?.displayName ?? node;
}

/** Names of the realm's scripts, by id. */
export function useScriptNames(): (id: string) => string {
  const realm = useLive((state) => state.realm);
  const scripts = useQuery(resourcesQuery(realm)).data?.scripts;
  return (id) => {
    const name = scripts?.find((script) => script.id === id)?.name;
    return name === undefined ? id : `“${name}”`;
  };
}
