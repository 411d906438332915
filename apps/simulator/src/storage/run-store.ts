import type { EngineEvent, Input, SimulationState } from '@tandem/engine';
import type { JsonObject, Realm } from '@tandem/journey';

/** A simulation as it is kept. `body` is the driver's own: latency, seed, where its clock is anchored. */
export interface StoredSimulation {
  id: string;
  realm: string;
  /** ISO */
  createdAt: string;
  clockMode: 'virtual' | 'real';
  rate: number;
  body: JsonObject;
  /** Names the copy of the realm it runs; null for the live realm, which has no copy. */
  snapshotHash: string | null;
}

export interface NewSimulation extends Omit<StoredSimulation, 'snapshotHash'> {
  /** The copy of the realm; kept once for all simulations that run the same. null: none. */
  snapshot: Realm | null;
  /** Name of a copy that is kept already; instead of `snapshot`. */
  snapshotHash?: string;
  /** Copies that it ran before, by the version that the state names; all are kept already. */
  realms?: readonly RealmOfVersion[];
}

/** A realm copy that a simulation ran. */
export interface RealmOfVersion {
  version: number;
  hash: string;
}

/** One step of the engine: an input and what came of it. */
export interface StoredStep {
  simulation: string;
  /** 1, 2, 3, ... within the simulation. */
  n: number;
  /** Epoch ms of the simulation's clock. */
  at: number;
  input: Input;
  events: readonly EngineEvent[];
}

export interface Checkpoint {
  /** Number of the last step in it. */
  n: number;
  state: SimulationState;
}

/**
 * What happened in simulations. Commits are `fast`: they survive the end of the process, however sudden; a power cut may cost the last
 * moments, never consistency, because a batch is one transaction.
 */
export interface RunStore {
  /** @throws Error when the id is taken */
  createSimulation(simulation: NewSimulation): Promise<StoredSimulation>;
  /** Newest first. */
  listSimulations(): Promise<StoredSimulation[]>;
  getSimulation(id: string): Promise<StoredSimulation | undefined>;
  /** The realm copies that a simulation ran, when there were several; the current one is among them. */
  realmsOf(simulation: string): Promise<RealmOfVersion[]>;
  /** Keeps a realm copy. @returns its name */
  keepSnapshot(realm: Realm): Promise<string>;
  /** The realm copy that a simulation runs. */
  readSnapshot(hash: string): Promise<Realm | undefined>;
  /** Changes what kind of clock it has, the rate or the driver's own data. @returns whether there is such a simulation */
  updateClock(id: string, clock: { clockMode?: 'virtual' | 'real'; rate?: number; body?: JsonObject }): Promise<boolean>;
  /** Steps of any number of simulations in one transaction: all of them are kept, or none. @throws Error when a step's number is taken */
  appendSteps(steps: readonly StoredStep[]): Promise<void>;
  /** Steps after the n-th, in order. */
  readSteps(simulation: string, after?: number, limit?: number): Promise<StoredStep[]>;
  /** Events after a seq, in order, at most `limit` (default 1000). */
  eventsAfter(simulation: string, seq: number, limit?: number): Promise<EngineEvent[]>;
  /** Seq of the newest kept event, 0 before the first. */
  latestSeq(simulation: string): Promise<number>;
  /** Keeps the state after the n-th step, given as JSON text, and drops older checkpoints. */
  putCheckpoint(simulation: string, n: number, state: string): Promise<void>;
  latestCheckpoint(simulation: string): Promise<Checkpoint | undefined>;
  /** Keeps the state before the first step that is kept, given as JSON text; steps up to the n-th are dropped. */
  putBase(simulation: string, n: number, state: string): Promise<void>;
  /** Undefined: the steps begin with the first. */
  readBase(simulation: string): Promise<Checkpoint | undefined>;
  /** Deletes a simulation with its steps, and its realm copy when no other one runs it. @returns whether there was one */
  deleteSimulation(id: string): Promise<boolean>;
}
