import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which moment of the simulation is on screen. Every pane reads it. */
export interface Moment {
  /** Right after the event with this seq; null is now. */
  seq: number | null;
  /** Seq of the newest event when now was left: what came since is counted, and nothing jumps there. */
  leftAt: number;
}
export type MomentStore = StoreApi<Moment>;

export function createMomentStore(): MomentStore {
  return createStore<Moment>(() => ({ seq: null, leftAt: 0 }));
}

/**
 * Goes to a moment.
 *
 * @param seq null for now; outside of the run, the nearest there is
 * @param newest seq of the newest event
 */
export function goTo(store: MomentStore, seq: number | null, newest: number): void {
  const { seq: before, leftAt } = store.getState();
  const to = seq === null ? null : Math.max(0, Math.min(seq, newest));
  if (to === before) return;
  store.setState({ seq: to, leftAt: before === null ? newest : leftAt });
}
