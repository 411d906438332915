import type { SimEvent } from '@tandem/api';
import type { Session, SimulationState, Transaction } from '@tandem/engine/view';
import { type Choices, NO_RUN } from '../choices.ts';
import { type Run, runsOf, sessionOf } from '../derive/runs.ts';
import type { Folded } from '../live/fold.ts';
import type { RunHistory } from '../moment/histories.ts';
import type { runEventsKeeper } from './runEvents.ts';

/**
 * What of the simulation is on screen, at the moment that is looked at. Parts that did not change keep their identity, so that a pane which
 * selects one draws only when that one changed.
 */
export interface Scene {
  /** Null is now. */
  seq: number | null;
  state: SimulationState;
  /** As they are now. */
  runs: readonly Run[];
  /** The chosen run as it was then; null before it began. */
  run: Run | null;
  /** The same run as it is now. */
  nowRun: Run | null;
  transaction: Transaction | null;
  main: Session | null;
  backchannel: Session | null;
  /** All events of the run, also those after the moment; while older ones are being read, without them. */
  events: readonly SimEvent[];
  /** Events of the simulation that are still being read. */
  unread: number;
  /** Seq of the newest event. */
  newest: number;
}

interface Sources {
  view: Folded;
  seq: number | null;
  choices: Choices;
  history: (view: Folded) => RunHistory;
  eventsOf: ReturnType<typeof runEventsKeeper>;
}

export function sceneOf({ view, seq, choices, history, eventsOf }: Sources, before: Scene | null): Scene {
  const runs = kept(runsOf(view.state), before?.runs ?? []);
  const nowRun = runs.find((entry) => entry.id === choices.run) ?? (choices.run === NO_RUN ? null : (runs.at(-1) ?? null));
  const past = seq === null ? null : history(view);
  const state = past ? past.at(Math.min(Math.max(seq ?? 0, past.start), past.end)) : view.state;
  const run = past ? keptRun(runsOf(state).find(({ id }) => id === nowRun?.id) ?? null, before?.run ?? null) : nowRun;
  const transaction = run?.transactions.find((entry) => entry.id === choices.transaction) ?? run?.transactions.at(-1) ?? null;
  return {
    seq,
    state,
    runs,
    run,
    nowRun,
    transaction,
    main: run?.main ?? null,
    backchannel: run ? sessionOf(run, transaction) : null,
    events: eventsOf(view.events, nowRun, view.state.sessions),
    unread: view.unread ?? 0,
    newest: view.seq,
  };
}

/** Runs that are what they were keep their identity, and so does their list. */
function kept(runs: readonly Run[], before: readonly Run[]): readonly Run[] {
  const all = runs.map((run, index) => keptRun(run, before[index] ?? null) as Run);
  return all.length === before.length && all.every((run, index) => run === before[index]) ? before : all;
}

function keptRun(run: Run | null, before: Run | null): Run | null {
  const same =
    run !== null &&
    before !== null &&
    run.id === before.id &&
    run.number === before.number &&
    run.main === before.main &&
    sameList(run.transactions, before.transactions) &&
    sameList(run.backchannels, before.backchannels);
  return same ? before : run;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
