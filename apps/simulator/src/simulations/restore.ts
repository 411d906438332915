import { createState, type SimulationState, upgradeState } from '@tandem/engine';
import { applyPatch } from '@tandem/engine/view';
import { badRequest } from '../http/problem.ts';
import type { Checkpoint, RunStore, StoredSimulation } from '../storage/run-store.ts';

/** Events that are read at once. */
const PAGE = 2000;

export interface RestoredState {
  state: SimulationState;
  steps: number;
  /** Where the clock stood, which may be later than the last step. */
  clock: number;
}

/**
 * The state at the last stored step: the newest checkpoint with the patches of all events since folded in. Nothing is executed again.
 *
 * @throws Error when a step is missing: folding across a hole would give a state that never was
 */
export async function restoreState(runs: RunStore, stored: StoredSimulation): Promise<RestoredState> {
  const checkpoint = await runs.latestCheckpoint(stored.id);
  const start = await startOf(runs, stored);
  // Old steps may have been forgotten since the last checkpoint.
  const from = checkpoint && checkpoint.n >= start.n ? checkpoint : start;
  let { state, n: steps } = from;
  for (const step of await runs.readSteps(stored.id, steps)) {
    if (step.n !== steps + 1) throw new Error(`Simulation ${stored.id}: step ${steps + 1} is missing, the next one kept is ${step.n}.`);
    for (const event of step.events) state = applyPatch({ ...state, seq: event.seq }, event.patch);
    steps = step.n;
  }
  return { state: upgradeState(state), steps, clock: Math.max(state.now, Number(stored.body.clock ?? 0)) };
}

/** The state before the first event that is kept: with the patches of the log, viewers have every moment. */
export async function startOf(runs: RunStore, stored: StoredSimulation): Promise<Checkpoint> {
  const base = await runs.readBase(stored.id);
  if (base) return { ...base, state: upgradeState(base.state) };
  const { start, latency, realmVersion } = stored.body;
  const options = { now: Number(start), latency: (latency ?? {}) as Record<string, number>, realmVersion: Number(realmVersion) };
  return { n: 0, state: createState(options) };
}

/** The state right after an event; without one, before the first that is kept. @throws ProblemError 400 for an event that is not there */
export async function stateAt(runs: RunStore, stored: StoredSimulation, seq?: number, field = '?from'): Promise<SimulationState> {
  let { state } = await startOf(runs, stored);
  if (seq === undefined) return state;
  // In pages: a live realm's log may be longer than is good to have in memory.
  while (state.seq < seq) {
    const events = await runs.eventsAfter(stored.id, state.seq, Math.min(PAGE, seq - state.seq));
    if (events.length === 0) break;
    for (const event of events) state = applyPatch({ ...state, seq: event.seq }, event.patch);
  }
  if (state.seq !== seq) throw badRequest({ field, message: `There is no event ${seq} in this simulation.` });
  return state;
}
