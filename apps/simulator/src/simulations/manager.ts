import { createHash, randomUUID } from 'node:crypto';
import type { Clock, CreateSimulation, SimEvent } from '@tandem/api';
import { createState, type EngineEvent, latencyNames, Model, type SimulationState } from '@tandem/engine';
import { applyPatch } from '@tandem/engine/view';
import type { Identity, Realm } from '@tandem/journey';
import { badRequest, notFound } from '../http/problem.ts';
import { logError } from '../log.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { RunStore, StoredSimulation } from '../storage/run-store.ts';
import { type Rate, SimulationClock } from './clock.ts';
import type { EffectDriver } from './effects.ts';
import { Journal } from './journal.ts';
import { SimulationRuntime } from './runtime.ts';
import { clockOf, eventAnswer } from './summary.ts';

export interface SimulationsOptions {
  realms: RealmStore;
  runs: RunStore;
  effects: EffectDriver;
  /** Told of every stored event. */
  onEvent?(simulation: string, event: SimEvent): void;
  /** Told when a clock was moved or its rate changed. */
  onClock?(simulation: string, clock: Clock): void;
  wall?(): number;
}

interface Loaded {
  runtime: SimulationRuntime;
  stored: StoredSimulation;
}

/** Simulations, each with its runtime while it is in use; the live realm is one of them, under the id `live-<realm>`. */
export class Simulations {
  private readonly loaded = new Map<string, Promise<Loaded | undefined>>();
  private readonly models = new WeakMap<Realm, Model>();
  private readonly snapshots = new Map<string, WeakRef<Model>>();
  private readonly journal: Journal;
  private readonly wall: () => number;
  private readonly unsubscribe: () => void;

  constructor(private readonly options: SimulationsOptions) {
    this.journal = new Journal(options.runs);
    this.wall = options.wall ?? Date.now;
    this.unsubscribe = options.realms.subscribe(({ realm, version }) => void this.realmChanged(realm, version));
  }

  /**
   * Creates a simulation with a copy of the realm as it is now.
   * @throws ProblemError 404 for an unknown realm, 400 for a latency that no node has
   */
  async create({ realm, clock = 'virtual', latency = {}, seed }: CreateSimulation): Promise<Loaded> {
    const current = this.options.realms.load(realm);
    if (!current) throw notFound(`There is no realm "${realm}".`, { field: 'realm', expected: this.options.realms.names().join(', ') });
    const model = this.modelOf(current.realm);
    checkLatency(model, latency);
    const now = this.wall();
    const id = randomUUID();
    const stored = await this.options.runs.createSimulation({
      id,
      realm,
      createdAt: new Date(now).toISOString(),
      clockMode: clock,
      rate: clock === 'real' ? 1 : 0,
      body: { start: now, latency, realmVersion: current.version, ...(seed === undefined ? {} : { seed }) },
      snapshot: current.realm,
    });
    if (stored.snapshotHash !== null) this.snapshots.set(stored.snapshotHash, new WeakRef(model));
    const opened = this.open(stored, model, createState({ now, latency, realmVersion: current.version }), 0);
    this.loaded.set(id, Promise.resolve(opened));
    return opened;
  }

  /** @throws ProblemError 404 */
  async get(id: string): Promise<Loaded> {
    const found = await this.find(id);
    if (!found) throw notFound(`There is no simulation "${id}".`, { field: 'id' });
    return found;
  }

  find(id: string): Promise<Loaded | undefined> {
    let loading = this.loaded.get(id);
    if (!loading) {
      loading = this.load(id);
      this.loaded.set(id, loading);
      // What is not there may come to be; what failed to load may load the next time.
      const forget = (): void => void this.loaded.delete(id);
      loading.then((found) => found ?? forget(), forget);
    }
    return loading;
  }

  /** The realm itself, in real time. Undefined for an unknown realm. */
  async live(realm: string): Promise<SimulationRuntime | undefined> {
    const current = this.options.realms.load(realm);
    if (!current) return undefined;
    const id = liveId(realm);
    if (!this.loaded.has(id) && !(await this.options.runs.getSimulation(id))) {
      const now = this.wall();
      await this.options.runs
        .createSimulation({
          id,
          realm,
          createdAt: new Date(now).toISOString(),
          clockMode: 'real',
          rate: 1,
          body: { start: now, realmVersion: current.version },
          snapshot: null,
        })
        // Two first requests at the same time: one of them made it.
        .catch((error: unknown) => logError('live simulation', error));
    }
    return (await this.get(id)).runtime;
  }

  async list(): Promise<{ stored: StoredSimulation; clock: Clock; journeys: string[] }[]> {
    const all = await this.options.runs.listSimulations();
    const copies = all.filter(({ snapshotHash }) => snapshotHash !== null);
    return Promise.all(
      copies.map(async (stored) => {
        const { runtime } = await this.get(stored.id);
        return { stored, clock: clockOf(runtime.clock), journeys: [...new Set(Object.values(runtime.state.sessions).map(({ journey }) => journey))] };
      }),
    );
  }

  async setRate(id: string, rate: Rate): Promise<void> {
    const { runtime } = await this.get(id);
    runtime.clock.setRate(rate);
    runtime.rearm();
    await this.options.runs.updateClock(id, { rate });
    this.options.onClock?.(id, clockOf(runtime.clock));
  }

  /** To be called after a clock was moved. */
  clockMoved(runtime: SimulationRuntime): void {
    this.options.onClock?.(runtime.id, clockOf(runtime.clock));
  }

  async setLatency(id: string, latency: Record<string, number>): Promise<void> {
    const { runtime } = await this.get(id);
    checkLatency(runtime.model, latency);
    await runtime.submit({ kind: 'latency', latency });
  }

  /** @throws ProblemError 404 */
  async delete(id: string): Promise<void> {
    const { runtime, stored } = await this.get(id);
    if (stored.snapshotHash === null) throw badRequest({ message: 'The live realm cannot be deleted as a simulation.', field: 'id' });
    await runtime.close();
    await this.journal.drain();
    this.loaded.delete(id);
    await this.options.runs.deleteSimulation(id);
  }

  async close(): Promise<void> {
    this.unsubscribe();
    const all = await Promise.allSettled(this.loaded.values());
    await Promise.all(all.map((entry) => (entry.status === 'fulfilled' ? entry.value?.runtime.close() : undefined)));
    await this.journal.drain();
  }

  private async load(id: string): Promise<Loaded | undefined> {
    const { runs, realms } = this.options;
    const stored = await runs.getSimulation(id);
    if (!stored) return undefined;
    const model = stored.snapshotHash === null ? this.liveModel(stored.realm) : await this.snapshotModel(stored.snapshotHash);
    if (!model) return undefined;
    const { state, steps } = await this.restore(stored);
    const opened = this.open(stored, model, state, steps);
    const version = realms.load(stored.realm)?.version ?? state.realmVersion;
    if (stored.snapshotHash === null && version !== state.realmVersion) await opened.runtime.replaceModel(model, version);
    opened.runtime.resume();
    return opened;
  }

  /** The state at the last stored step: the newest checkpoint with the patches of all events since folded in. Nothing is executed again. */
  private async restore(stored: StoredSimulation): Promise<{ state: SimulationState; steps: number }> {
    const checkpoint = await this.options.runs.latestCheckpoint(stored.id);
    const { start, latency, realmVersion } = stored.body;
    const created = createState({ now: Number(start), latency: (latency ?? {}) as Record<string, number>, realmVersion: Number(realmVersion) });
    let state = checkpoint?.state ?? created;
    let steps = checkpoint?.n ?? 0;
    for (const step of await this.options.runs.readSteps(stored.id, steps)) {
      for (const event of step.events) state = applyPatch({ ...state, seq: event.seq }, event.patch);
      steps = step.n;
    }
    return { state, steps };
  }

  private open(stored: StoredSimulation, model: Model, state: SimulationState, steps: number): Loaded {
    const { runs, effects, onEvent } = this.options;
    const publish = (events: readonly EngineEvent[]): void => {
      for (const event of events) onEvent?.(stored.id, eventAnswer(event));
      if (stored.snapshotHash === null) void this.writeBack(stored.realm, events);
    };
    const runtime = new SimulationRuntime({
      id: stored.id,
      realm: stored.realm,
      model,
      state,
      steps,
      clock: new SimulationClock(stored.clockMode, state.now, 0, this.wall),
      journal: this.journal,
      answerEffect: effects,
      publish,
      checkpoint: (n, current) => {
        // Taken now, kept after the step: a checkpoint never runs ahead of the steps.
        const copy = JSON.parse(JSON.stringify(current)) as SimulationState;
        void this.journal
          .drain()
          .then(() => runs.putCheckpoint(stored.id, n, copy))
          .catch((error: unknown) => logError('checkpoint', error));
      },
      random: typeof stored.body.seed === 'string' ? seeded(stored.body.seed, steps) : undefined,
    });
    return { runtime, stored };
  }

  /** Identity changes of the live realm are the realm's own. */
  private async writeBack(realm: string, events: readonly EngineEvent[]): Promise<void> {
    const changes = events
      .filter((event) => event.kind === 'identity-changed')
      .flatMap((event) => event.patch.filter(([path]) => path[0] === 'identities'));
    if (changes.length === 0) return;
    const puts = changes.flatMap(([path, record]) =>
      record && path[1] ? [{ kind: 'identities' as const, key: path[1], body: record as unknown as Identity }] : [],
    );
    const deletes = changes.flatMap(([path, record]) => (!record && path[1] ? [{ kind: 'identities' as const, key: path[1] }] : []));
    await this.options.realms.apply(realm, { puts, deletes }).catch((error: unknown) => logError('identity change', error));
  }

  private async realmChanged(realm: string, version: number): Promise<void> {
    const live = await this.loaded.get(liveId(realm));
    const model = this.liveModel(realm);
    if (live && model) await live.runtime.replaceModel(model, version).catch((error: unknown) => logError('realm change', error));
  }

  private liveModel(realm: string): Model | undefined {
    const current = this.options.realms.load(realm);
    return current && this.modelOf(current.realm);
  }

  private modelOf(realm: Realm): Model {
    let model = this.models.get(realm);
    if (!model) {
      model = new Model(realm);
      this.models.set(realm, model);
    }
    return model;
  }

  private async snapshotModel(hash: string): Promise<Model | undefined> {
    const kept = this.snapshots.get(hash)?.deref();
    if (kept) return kept;
    const realm = await this.options.runs.readSnapshot(hash);
    if (!realm) return undefined;
    const model = new Model(realm);
    this.snapshots.set(hash, new WeakRef(model));
    return model;
  }
}

function liveId(realm: string): string {
  return `live-${realm}`;
}

/** The same chance every time: the n-th input of a simulation with this seed always gets the same bytes. */
function seeded(seed: string, steps: number): () => string {
  let count = steps;
  return () => createHash('sha256').update(`${seed}:${count++}`).digest('hex');
}

function checkLatency(model: Model, latency: Record<string, number>): void {
  const names = Object.keys(latency);
  if (names.length === 0) return;
  const known = latencyNames(model);
  const unknown = names.find((name) => !known.has(name.toLowerCase()));
  if (unknown === undefined) return;
  throw badRequest({
    field: `latency.${unknown}`,
    message: `No node of the realm has the id, display name or type "${unknown}".`,
    expected: 'A node id, a display name, a node type such as DataStoreDecisionNode, Success or Failure.',
  });
}
