import { randomUUID } from 'node:crypto';
import { type Clock, type CreateFork, type CreateSimulation, isLiveId, liveId } from '@tandem/api';
import { createState, type EngineEvent, type Model } from '@tandem/engine';
import type { Realm } from '@tandem/journey';
import type { Retention } from '../config.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { logError } from '../log.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { RunStore, StoredSimulation } from '../storage/run-store.ts';
import type { Sealer } from '../storage/sealer.ts';
import type { Rate } from './clock.ts';
import type { EffectDriver } from './effects.ts';
import { type Forked, forkSimulation } from './fork/fork.ts';
import { IdentityWriteBack } from './identityWriteBack.ts';
import { Journal } from './journal.ts';
import { checkLatency } from './latency.ts';
import { Models } from './models.ts';
import { openRuntime } from './open-runtime.ts';
import { type RestoredState, restoreState } from './restore.ts';
import { startRetention } from './retention.ts';
import type { SimulationRuntime } from './runtime.ts';
import { clockOf } from './summary.ts';

export interface SimulationsOptions {
  realms: RealmStore;
  runs: RunStore;
  sealer: Sealer;
  effects: EffectDriver;
  /** Told of every stored event, secrets not masked. */
  onEvent?(simulation: SimulationRuntime, event: EngineEvent): void;
  /** Told when a clock was moved or its rate changed. */
  onClock?(simulation: string, clock: Clock): void;
  wall?(): number;
  /** Absent: everything is kept. */
  retention?: Retention;
}

export interface Loaded {
  runtime: SimulationRuntime;
  stored: StoredSimulation;
}

/** A simulation that nobody used for so long, and in which nothing goes on, leaves the memory. */
const IDLE_MS = 600_000;

/** Simulations, each with its runtime while it is in use; the live realm is one of them, under the id `live-<realm>`. */
export class Simulations {
  private readonly loaded = new Map<string, { loading: Promise<Loaded | undefined>; used: number }>();
  private readonly models: Models;
  private readonly journal: Journal;
  private readonly writeBack: IdentityWriteBack;
  private readonly wall: () => number;
  private readonly unsubscribe: () => void;
  private readonly sweeper: NodeJS.Timeout;
  private readonly endRetention: () => void;

  constructor(private readonly options: SimulationsOptions) {
    this.journal = new Journal(options.runs);
    this.models = new Models(options.runs);
    this.writeBack = new IdentityWriteBack(options.realms);
    this.wall = options.wall ?? Date.now;
    this.unsubscribe = options.realms.subscribe(({ realm, version }) => void this.realmChanged(realm, version));
    this.sweeper = setInterval(() => void this.unloadIdle(), IDLE_MS / 10).unref();
    const { runs, retention } = options;
    const parts = { runs, used: (id: string) => this.loaded.has(id), remove: (id: string) => this.delete(id), wall: this.wall };
    this.endRetention = retention ? startRetention({ ...parts, retention }) : () => undefined;
  }

  /**
   * Creates a simulation with a copy of the realm as it is now.
   * @throws ProblemError 404 for an unknown realm, 400 for a latency that no node has
   */
  async create({ realm, clock = 'virtual', latency = {}, seed }: CreateSimulation): Promise<Loaded> {
    const current = this.options.realms.load(realm);
    if (!current) throw notFound(`There is no realm "${realm}".`, { field: 'realm', expected: this.options.realms.names().join(', ') });
    const model = this.models.of(current.realm);
    checkLatency(model, latency);
    const now = this.wall();
    const body = { start: now, latency, realmVersion: current.version, ...(seed === undefined ? {} : { seed }) };
    const stored = await this.options.runs.createSimulation({
      id: randomUUID(),
      realm,
      createdAt: new Date(now).toISOString(),
      clockMode: clock,
      rate: clock === 'real' ? 1 : 0,
      body,
      snapshot: current.realm,
    });
    if (stored.snapshotHash !== null) this.models.remember(stored.snapshotHash, model);
    const opened = this.open(stored, model, { state: createState({ now, latency, realmVersion: current.version }), steps: 0, clock: now });
    this.loaded.set(stored.id, { loading: Promise.resolve(opened), used: now });
    return opened;
  }

  /** @throws ProblemError 404 */
  async get(id: string): Promise<Loaded> {
    const found = await this.find(id);
    if (!found) throw notFound(`There is no simulation "${id}".`, { field: 'id' });
    return found;
  }

  /** The same, with every step that it has made so far stored. @throws ProblemError 404 */
  async settled(id: string): Promise<Loaded> {
    const found = await this.get(id);
    await this.journal.drain();
    return found;
  }

  find(id: string): Promise<Loaded | undefined> {
    let entry = this.loaded.get(id);
    if (!entry) {
      entry = { loading: this.load(id), used: 0 };
      this.loaded.set(id, entry);
      // What is not there may come to be; what failed to load may load the next time.
      const forget = (): void => void this.loaded.delete(id);
      entry.loading.then((found) => found ?? forget(), forget);
    }
    entry.used = this.wall();
    return entry.loading;
  }

  /** The realm itself, in real time. Undefined for an unknown realm. */
  async live(realm: string): Promise<SimulationRuntime | undefined> {
    const current = this.options.realms.load(realm);
    if (!current) return undefined;
    const id = liveId(realm);
    if (!this.loaded.has(id) && !(await this.options.runs.getSimulation(id))) {
      const now = this.wall();
      const body = { start: now, realmVersion: current.version };
      await this.options.runs
        .createSimulation({ id, realm, createdAt: new Date(now).toISOString(), clockMode: 'real', rate: 1, body, snapshot: null })
        // Two first requests at the same time: one of them made it.
        .catch((error: unknown) => logError('live simulation', error));
    }
    return (await this.get(id)).runtime;
  }

  /**
   * Makes a simulation that goes on from a moment of this one, which may be the live realm.
   * @throws ProblemError 404, 400
   */
  async fork(id: string, request: CreateFork): Promise<Forked & { runtime: SimulationRuntime }> {
    const { runtime, stored } = await this.settled(id);
    const { models, options } = this;
    const forked = await forkSimulation({ ...options, models }, stored, runtime.model, request);
    return { ...forked, runtime: (await this.get(forked.id)).runtime };
  }

  /** What is kept of all simulations, newest first. */
  async list(): Promise<StoredSimulation[]> {
    return (await this.options.runs.listSimulations()).filter(({ snapshotHash }) => snapshotHash !== null);
  }

  /** A realm as it is now, whatever its simulations run. */
  realmNow(realm: string): Realm | undefined {
    return this.options.realms.load(realm)?.realm;
  }

  async setRate(id: string, rate: Rate): Promise<void> {
    const { runtime, stored } = await this.get(id);
    runtime.setRate(rate);
    if (stored.clockMode === 'real') {
      stored.clockMode = 'virtual';
      await this.options.runs.updateClock(id, { clockMode: 'virtual' });
    }
    this.clockMoved(runtime);
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

  /** Gives a simulation a name or a pin, or takes it away. @throws ProblemError 404 */
  async label(id: string, label: { name: string | null } | { kept: boolean }): Promise<void> {
    const { stored } = await this.get(id);
    Object.assign(stored.body, label);
    await this.options.runs.updateClock(id, { body: stored.body });
  }

  /** How long what is not kept stays. */
  get retention(): Retention {
    return this.options.retention ?? { days: 0, most: 0 };
  }

  /** @throws ProblemError 404 */
  async delete(id: string): Promise<void> {
    if (isLiveId(id)) throw badRequest({ message: 'The live realm cannot be deleted as a simulation.', field: 'id' });
    // What cannot be loaded any more can still be deleted.
    const found = await this.find(id).catch((error: unknown) => logError(`simulation ${id} is deleted as it is`, error));
    if (!found && !(await this.options.runs.getSimulation(id))) throw notFound(`There is no simulation "${id}".`, { field: 'id' });
    await found?.runtime.close();
    try {
      await this.options.runs.deleteSimulation(id);
    } finally {
      // Until now whoever asked found the closed one, and did not load what was being deleted.
      this.loaded.delete(id);
    }
  }

  async close(): Promise<void> {
    this.unsubscribe();
    clearInterval(this.sweeper);
    this.endRetention();
    const all = await Promise.allSettled([...this.loaded.values()].map(({ loading }) => loading));
    await Promise.all(all.map((entry) => (entry.status === 'fulfilled' ? entry.value?.runtime.close() : undefined)));
    await this.journal.drain();
    await this.writeBack.drain();
  }

  private async load(id: string): Promise<Loaded | undefined> {
    const { runs, realms } = this.options;
    const stored = await runs.getSimulation(id);
    if (!stored) return undefined;
    // Whoever drove it before may have steps on the way.
    await this.journal.drain();
    const restored = await restoreState(runs, stored);
    if (stored.snapshotHash === null) await this.writeBack.catchUp(stored.realm, restored.state);
    const live = realms.load(stored.realm);
    const model = stored.snapshotHash === null ? live && this.models.of(live.realm) : await this.models.snapshot(stored.snapshotHash);
    if (!model) return undefined;
    const opened = this.open(stored, model, restored);
    if (stored.snapshotHash === null && live && live.version !== restored.state.realmVersion) await opened.runtime.replaceModel(model, live.version);
    opened.runtime.resume();
    return opened;
  }

  private open(stored: StoredSimulation, model: Model, from: RestoredState): Loaded {
    const { runs, sealer, effects, onEvent = () => undefined } = this.options;
    const { journal, writeBack, wall } = this;
    const forget = (): void => void this.loaded.delete(stored.id);
    const onPaused = (runtime: SimulationRuntime): void => this.clockMoved(runtime);
    return { runtime: openRuntime(stored, model, from, { runs, sealer, effects, onEvent, onPaused, journal, writeBack, wall, forget }), stored };
  }

  private async unloadIdle(): Promise<void> {
    const before = this.wall() - IDLE_MS;
    for (const [id, { loading, used }] of this.loaded) {
      const runtime = used < before ? (await loading.catch(() => undefined))?.runtime : undefined;
      if (!runtime?.quiet || (this.loaded.get(id)?.used ?? 0) >= before) continue;
      this.loaded.delete(id);
      await runtime.close();
    }
  }

  private async realmChanged(realm: string, version: number): Promise<void> {
    const live = await this.loaded.get(liveId(realm))?.loading.catch(() => undefined);
    const current = this.options.realms.load(realm);
    if (live && current)
      await live.runtime.replaceModel(this.models.of(current.realm), version).catch((error: unknown) => logError('realm change', error));
  }
}
