import type { SimulationState } from '@tandem/engine';
import { applyPatch } from '@tandem/engine/view';
import { badRequest } from '../../http/problem.ts';
import type { Checkpoint, RunStore, StoredSimulation, StoredStep } from '../../storage/run-store.ts';
import { startOf } from '../restore.ts';

/** What a fork begins with. */
export interface ForkPoint {
  /** The state before the first step that the fork keeps. */
  base: Checkpoint;
  /** Steps that it takes over as they are. */
  kept: StoredStep[];
  /** The state after them. */
  state: SimulationState;
  /** The parent's steps after them. */
  later: StoredStep[];
}

/**
 * Finds the moment where a fork leaves its parent: after the last step all of whose events are not later than `at`. A step is a visit or an
 * input: what it did stands together, so that it can be made otherwise.
 *
 * @throws ProblemError 400 for a moment that is not kept
 */
export async function forkPoint(runs: RunStore, parent: StoredSimulation, at: number): Promise<ForkPoint> {
  const start = await startOf(runs, parent);
  const steps = await runs.readSteps(parent.id, start.n);
  const newest = steps.findLast(({ events }) => events.length > 0)?.events.at(-1)?.seq ?? start.state.seq;
  if (at < start.state.seq || at > newest) {
    throw badRequest({ field: 'at', message: `There is no event ${at} in this simulation.`, expected: `A seq from ${start.state.seq} to ${newest}` });
  }
  const first = steps.findIndex(({ events }) => (events.at(-1)?.seq ?? 0) > at);
  const count = first < 0 ? steps.length : first;
  // A live realm serves everybody and goes on for ever: a fork of it begins with the run that it is about.
  const from = parent.snapshotHash === null ? beginOf(steps, count) : 0;
  const base = { n: start.n + from, state: folded(start.state, steps.slice(0, from)) };
  const kept = steps.slice(from, count);
  return { base, kept, state: folded(base.state, kept), later: steps.slice(count) };
}

/** The step that began the run of the event at the fork's moment. */
function beginOf(steps: readonly StoredStep[], count: number): number {
  const run = steps
    .slice(0, count)
    .flatMap(({ events }) => events)
    .findLast((event) => event.run !== undefined)?.run;
  const from = run === undefined ? -1 : steps.findIndex(({ events }) => events.some((event) => event.run === run));
  return from < 0 ? count : Math.min(from, count);
}

/** A state that shares nothing with events or with the one before: the engine changes states in place. */
function folded(state: SimulationState, steps: readonly StoredStep[]): SimulationState {
  let now = state;
  for (const event of steps.flatMap(({ events }) => events)) now = applyPatch({ ...now, seq: event.seq }, event.patch);
  return structuredClone(now);
}
