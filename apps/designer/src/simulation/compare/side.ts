import type { SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import { type Run, runsOf } from '../derive/runs.ts';
import { eventsOfRun } from '../derive/timeline.ts';
import { historyKeeper, type RunHistory } from '../moment/histories.ts';

/** One of the two simulations that are compared. */
export interface Side {
  id: string;
  realm: string;
  state: SimulationState;
  history: RunHistory;
  events: readonly SimEvent[];
  runs: readonly Run[];
}

interface Read {
  id: string;
  realm: string;
  seq: number;
  state: object;
  initial: object;
}

/** @param events all of the log, from the moment of `initial` on */
export function sideOf({ id, realm, seq, state, initial }: Read, events: readonly SimEvent[]): Side {
  // The server's state is the engine's; its schema says only JSON.
  const view = { initial: initial as SimulationState, state: state as SimulationState, seq, events };
  return { id, realm, state: view.state, history: historyKeeper()(view), events, runs: runsOf(view.state) };
}

export const ALL = 'all';

/** Events of a run, or all. */
export function eventsIn({ events, runs, state }: Side, run: string): readonly SimEvent[] {
  const chosen = runs.find(({ id }) => id === run);
  return chosen ? eventsOfRun(events, chosen, state.sessions) : events;
}

/** The run of a side that a person has seen last, as far as one was chosen or begun. */
export const runIn = ({ runs }: Side, run: string): Run | null => runs.find(({ id }) => id === run) ?? runs.at(-1) ?? null;
