import { createSimulation, navigate, simulationPath } from '../app/index.ts';
import type { SimulationSession } from './session.ts';

/**
 * A simulation runs a copy of its realm. This makes another one of the realm as it is now, for the same journey with the same latencies, and shows
 * it.
 */
export async function simulateAgain({ live, choices }: Pick<SimulationSession, 'live' | 'choices'>): Promise<void> {
  const { realm, clock, view } = live.getState();
  const newest = Object.values(view?.state.sessions ?? {}).findLast(({ role }) => role === 'main');
  const journey = choices.getState().journey ?? newest?.journey ?? new URLSearchParams(location.search).get('journey') ?? undefined;
  const simulation = await createSimulation({ realm, clock: clock.mode, latency: view?.state.latency ?? {} });
  navigate(simulationPath(simulation.id, journey));
}
