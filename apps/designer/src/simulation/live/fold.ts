import type { SimEvent } from '@tandem/api';
import { applyPatch, type PatchOp, type SimulationState } from '@tandem/engine/view';

export interface Folded {
  /** Before the first event. */
  initial: SimulationState;
  state: SimulationState;
  /** Seq of the newest event in it. */
  seq: number;
  /** All events of the simulation, oldest first; those that are still to be read are the oldest. */
  events: readonly SimEvent[];
  /** How many of the oldest are still to be read; absent: none. Until then there are no moments to go to. */
  unread?: number;
}

/**
 * Folds new events into the view. Events that are already in it are left out, so that a resumed stream may repeat itself.
 *
 * @returns the view, and whether an event is missing before one of these: then the view has to be read again
 */
export function fold(view: Folded, incoming: readonly SimEvent[]): { view: Folded; gap: boolean } {
  const fresh = [...incoming].sort((a, b) => a.seq - b.seq).filter((event) => event.seq > view.seq);
  let { seq } = view;
  const taken: SimEvent[] = [];
  let gap = false;
  for (const event of fresh) {
    if (event.seq === seq) continue;
    if (event.seq > seq + 1) {
      gap = true;
      break;
    }
    taken.push(event);
    seq = event.seq;
  }
  if (taken.length === 0) return { view, gap };
  const patch = taken.flatMap((event) => (event.patch ?? []) as PatchOp[]);
  return { view: { ...view, state: applyPatch(view.state, patch), seq, events: [...view.events, ...taken] }, gap };
}
