import type { Clock, SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { atLeast, type ClockReading, readClock } from './clock.ts';
import { type Folded, fold } from './fold.ts';

export type Connection = 'connecting' | 'live' | 'lost';

export interface LiveState {
  id: string;
  realm: string;
  /** Null until the view has been read. */
  view: Folded | null;
  clock: ClockReading;
  connection: Connection;
  /** Why the view could not be read; shown where it would have been. */
  error: unknown;
}
export type LiveStore = StoreApi<LiveState>;

export function createLiveStore(id: string): LiveStore {
  return createStore<LiveState>(() => ({
    id,
    realm: '',
    view: null,
    connection: 'connecting',
    error: null,
    clock: { mode: 'virtual', rate: 0, now: 0, heardAt: 0 },
  }));
}

export function setClock(store: LiveStore, clock: Clock): void {
  store.setState({ clock: readClock(clock, performance.now()) });
}

/** Stops the shown clock at once, before the server has answered: it must not run ahead of the simulation's. */
export function setRate(store: LiveStore, rate: Clock['rate'], now: number): void {
  store.setState((old) => ({ clock: { ...old.clock, rate, now, heardAt: performance.now() } }));
}

/** @returns false when an event is missing */
export function addEvents(store: LiveStore, events: readonly SimEvent[]): boolean {
  const { view, clock } = store.getState();
  if (!view) return true;
  const folded = fold(view, events);
  if (folded.view !== view) {
    const newest = folded.view.events.at(-1);
    store.setState({ view: folded.view, clock: newest ? atLeast(clock, Date.parse(newest.at), performance.now()) : clock });
  }
  return !folded.gap;
}

/**
 * The state as the server sent it; its schema says JSON, the engine's types say more, and both come from the same repository.
 *
 * @param events up to that state, the oldest perhaps left out
 * @param unread how many were left out
 */
export function setView(
  store: LiveStore,
  answer: { realm: string; clock: Clock; seq: number; state: object; initial: object },
  events: readonly SimEvent[],
  unread = 0,
): void {
  const state = answer.state as SimulationState;
  const view = { initial: answer.initial as SimulationState, state, seq: answer.seq, events, unread };
  store.setState({ realm: answer.realm, view, clock: readClock(answer.clock, performance.now()), error: null });
}

/** The events that were left out. */
export function addEarlier(store: LiveStore, events: readonly SimEvent[]): void {
  const { view } = store.getState();
  if (view) store.setState({ view: { ...view, events: [...events, ...view.events], unread: 0 } });
}
