import type { SimulationState } from '@tandem/engine';
import { applyPatch } from '@tandem/engine/view';
import type { Retention } from '../config.ts';
import { logError } from '../log.ts';
import type { RunStore, StoredSimulation } from '../storage/run-store.ts';
import { startOf } from './restore.ts';
import { isSpared, titleIn } from './title.ts';

const DAY_MS = 86_400_000;
const SWEEP_MS = 3_600_000;
const PAGE = 2000;

interface Parts {
  runs: RunStore;
  retention: Retention;
  /** Whether somebody uses it now. */
  used(id: string): boolean;
  remove(id: string): Promise<void>;
  wall(): number;
}

/** Deletes what is kept no longer, now and then. @returns ends it */
export function startRetention(parts: Parts): () => void {
  const run = (): void => void sweep(parts).catch((error: unknown) => logError('retention', error));
  const timer = setInterval(run, SWEEP_MS).unref();
  const soon = setTimeout(run, 10_000).unref();
  return () => {
    clearInterval(timer);
    clearTimeout(soon);
  };
}

/**
 * Simulations that are too old or too many go, the oldest first; what a person named or pinned stays, and so does what is used. Of a live realm's log, the
 * events from before go: one state stands for them.
 */
export async function sweep({ runs, retention: { days, most }, used, remove, wall }: Parts): Promise<void> {
  const all = await runs.listSimulations();
  const before = days === 0 ? Number.NEGATIVE_INFINITY : wall() - days * DAY_MS;
  const copies = all.filter(({ snapshotHash }) => snapshotHash !== null);
  const spare = (stored: StoredSimulation): boolean => !isSpared(titleIn(stored.body)) && !used(stored.id);
  for (const [index, stored] of copies.entries()) {
    if (spare(stored) && (Date.parse(stored.createdAt) < before || (most > 0 && index >= most))) await attempt(stored.id, remove(stored.id));
  }
  for (const live of all) if (live.snapshotHash === null && days > 0) await attempt(live.id, forgetBefore(runs, live, before));
}

/** One that cannot be deleted keeps none of the others. */
const attempt = (id: string, work: Promise<void>): Promise<void> => work.catch((error: unknown) => logError(`retention of ${id}`, error));

/** Folds the steps from before a time into the state that the log begins with. */
export async function forgetBefore(runs: RunStore, stored: StoredSimulation, before: number): Promise<void> {
  const start = await startOf(runs, stored);
  let { n, state }: { n: number; state: SimulationState } = start;
  for (;;) {
    const steps = await runs.readSteps(stored.id, n, PAGE);
    const old = steps.findIndex(({ at }) => at >= before);
    for (const step of old < 0 ? steps : steps.slice(0, old)) {
      for (const event of step.events) state = applyPatch({ ...state, seq: event.seq }, event.patch);
      n = step.n;
    }
    if (old >= 0 || steps.length < PAGE) break;
  }
  if (n > start.n) await runs.putBase(stored.id, n, JSON.stringify(state));
}
