import { createStore, type StoreApi } from 'zustand/vanilla';

export type Side = 'main' | 'backchannel';
export const SIDES: readonly Side[] = ['main', 'backchannel'];

/** The autopilot of one player. */
export interface Pilot {
  on: boolean;
  /** What it did last, or why it stopped. */
  says: string | null;
  /** A person has to answer the open question. */
  stopped: boolean;
}
export type PilotStore = StoreApi<Record<Side, Pilot>>;

const OFF: Pilot = { on: false, says: null, stopped: false };

export function createPilotStore(): PilotStore {
  return createStore<Record<Side, Pilot>>(() => ({ main: OFF, backchannel: OFF }));
}
