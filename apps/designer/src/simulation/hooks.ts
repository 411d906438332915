import { createContext, use, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { speedOf } from './live/clock.ts';
import type { LiveState } from './live/store.ts';
import type { Scene } from './scene/scene.ts';
import type { SimulationSession } from './session.ts';

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

/** What is on screen, part by part. Only below the Workbench, which waits until there is a state. */
export function useScene<T>(select: (scene: Scene) => T): T {
  return useStore(useSimulation().scene, ({ scene }) => {
    if (!scene) throw new Error('Only once the simulation has been read.');
    return select(scene);
  });
}

/** Whether a moment before now is on screen: then everything is only looked at. */
export function usePast(): boolean {
  return useStore(useSimulation().moment, ({ seq }) => seq !== null);
}

/** Time of the moment on screen, epoch ms: the simulation's clock, or that of the moment that is looked at. */
export function useNow(): number {
  const { scene } = useSimulation();
  const then = useStore(scene, (state) => (state.scene === null || state.scene.seq === null ? null : state.scene.state.now));
  const now = useLiveNow(then === null);
  return then ?? now;
}

/**
 * Simulation time, epoch ms, whatever moment is looked at.
 *
 * @param ticks whether it is drawn anew while the clock runs
 */
export function useLiveNow(ticks = true): number {
  const simulation = useSimulation();
  const clock = useLive((state) => state.clock);
  const [, tick] = useState(0);
  const running = ticks && speedOf(clock) > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return simulation.now();
}
