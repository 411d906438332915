import type { Session, SimulationState, Transaction } from '@tandem/engine/view';
import { createContext, use, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Run, runsOf, sessionOf } from './derive/runs.ts';
import { speedOf } from './live/clock.ts';
import type { LiveState } from './live/store.ts';
import { NO_RUN, type SimulationSession } from './session.ts';

export const SimulationContext = createContext<SimulationSession | null>(null);

export function useSimulation(): SimulationSession {
  const session = use(SimulationContext);
  if (!session) throw new Error('Only inside a SimulationScreen.');
  return session;
}

export function useLive<T>(select: (state: LiveState) => T): T {
  return useStore(useSimulation().live, select);
}

/** A countdown on a running clock is drawn this often; at rest nothing is drawn. */
const TICK_MS = 100;

/** Simulation time, epoch ms. */
export function useNow(): number {
  const simulation = useSimulation();
  const clock = useLive((state) => state.clock);
  const [, tick] = useState(0);
  const running = speedOf(clock) > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return simulation.now();
}

/** What of the simulation is on screen. */
export interface Shown {
  runs: readonly Run[];
  run: Run | null;
  transaction: Transaction | null;
  main: Session | null;
  backchannel: Session | null;
}
const NO_RUNS: readonly Run[] = [];

export function useShown(state: SimulationState | null): Shown {
  const { choices } = useSimulation();
  const chosen = useStore(choices);
  return useMemo(() => {
    const runs = state ? runsOf(state) : NO_RUNS;
    const run = runs.find((entry) => entry.id === chosen.run) ?? (chosen.run === NO_RUN ? null : (runs.at(-1) ?? null));
    const transaction = run?.transactions.find((entry) => entry.id === chosen.transaction) ?? run?.transactions.at(-1) ?? null;
    return { runs, run, transaction, main: run?.main ?? null, backchannel: run ? sessionOf(run, transaction) : null };
  }, [state, chosen.run, chosen.transaction]);
}
