import type { SimEvent } from '@tandem/api';
import { History, type PatchOp, type SimulationState } from '@tandem/engine/view';
import type { Folded } from '../live/fold.ts';

/** An event as histories fold it; parsed when it came. */
type Folding = SimEvent & { patch?: PatchOp[] };
export type RunHistory = History<SimulationState, Folding>;

/**
 * Keeps the history of a simulation that goes on: what came since is added when a moment is asked for, so that a screen which shows only what is
 * now pays nothing. A view that was read anew begins a new one.
 */
export function historyKeeper(): (view: Folded) => RunHistory {
  let kept: { initial: SimulationState; first: SimEvent | undefined; history: RunHistory } | null = null;
  return (view) => {
    const [first] = view.events;
    if (kept?.initial !== view.initial || kept.first !== first) kept = { initial: view.initial, first, history: History.from(view.initial) };
    const { history } = kept;
    kept.history = history.extend(whole(view.events.slice(history.events.length), history.end));
    return kept.history;
  };
}

/** What follows without a hole: a log that lacks something gives moments up to there. */
function whole(events: readonly SimEvent[], end: number): Folding[] {
  const hole = events.findIndex(({ seq }, index) => seq !== end + index + 1);
  return (hole === -1 ? events : events.slice(0, hole)) as Folding[];
}
