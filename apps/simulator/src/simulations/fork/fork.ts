import { randomUUID } from 'node:crypto';
import type { CreateFork, Parent } from '@tandem/api';
import { type Model, type RecordedStep, type Replayed, readRecord, replay } from '@tandem/engine';
import type { JsonObject } from '@tandem/journey';
import type { RealmStore } from '../../storage/realm-store.ts';
import type { RealmOfVersion, RunStore, StoredSimulation, StoredStep } from '../../storage/run-store.ts';
import type { Sealer } from '../../storage/sealer.ts';
import type { EffectDriver } from '../effects.ts';
import { checkLatency } from '../latency.ts';
import type { Models } from '../models.ts';
import { realmVersions } from '../realm-versions.ts';
import { seeded } from '../seed.ts';
import { simulationSealer } from '../simulation-sealer.ts';
import { ancestorsOf } from '../stored-body.ts';
import { titleOf } from '../title.ts';
import { nextAnswers } from './answers.ts';
import { type ForkPoint, forkPoint } from './base.ts';
import { answerChanger, firstInputs } from './inputs.ts';
import { madeWith } from './made-with.ts';
import type { KnownAnswers } from './moves.ts';
import { changedRealm } from './realm-changes.ts';

export interface ForkParts {
  runs: RunStore;
  realms: RealmStore;
  sealer: Sealer;
  effects: EffectDriver;
  models: Models;
}

export interface Forked {
  id: string;
  parent: { id: string; seq: number };
  replayed: number;
  dropped: Replayed['dropped'];
  exact: boolean;
  /** What was answered next in the parent, for the moves. */
  known: KnownAnswers;
}

/** Steps are written in portions of so many. */
const PORTION = 2000;

/**
 * Makes a simulation that goes on from a moment of another one, with something changed.
 *
 * @param parent as it is kept, everything of it stored
 * @param ran the realm that it runs now
 * @throws ProblemError 400 for a moment or change that cannot be
 */
export async function forkSimulation(parts: ForkParts, parent: StoredSimulation, ran: Model, request: CreateFork): Promise<Forked> {
  const { runs, realms, models } = parts;
  const point = await forkPoint(runs, parent, request.at);
  const versions = await realmVersions(runs, parent);
  const modelOf = await modelsOf(parts, versions, ran);
  const then = modelOf(point.state.realmVersion) ?? ran;
  const realm = changedRealm(then.realm, realms.load(parent.realm)?.realm, request.changes);
  const changed = realm !== then.realm;
  const model = changed ? models.of(realm) : then;
  for (const change of request.changes) if (change.kind === 'latency') checkLatency(model, change.latency);
  const seq = point.state.seq;
  const id = randomUUID();
  const made = madeWith(request, point.state, then.realm);
  const body = bodyOf(parent, seq, point.state.now, made);
  const result = await goOn(parts, { id, body, point, modelOf: changed ? undefined : modelOf, then, model }, request);
  const version = result?.state.realmVersion ?? point.state.realmVersion;
  const snapshotHash = changed ? await runs.keepSnapshot(realm) : (hashOf(versions, version) ?? (await runs.keepSnapshot(model.realm)));
  Object.assign(body, { clock: result?.state.now ?? point.state.now, ...titleOf(result?.state ?? point.state) });
  await keep(runs, id, point, result?.steps ?? []);
  // Last: what is there is whole.
  await runs.createSimulation({
    id,
    realm: parent.realm,
    createdAt: new Date().toISOString(),
    clockMode: 'virtual',
    rate: 0,
    body,
    snapshot: null,
    snapshotHash,
    realms: changed || versions.length > 1 ? [...versions.filter((each) => each.version < version), { version, hash: snapshotHash }] : [],
  });
  const known: KnownAnswers = new Map();
  if (!request.replay) for (const [session, { answers }] of nextAnswers(point.state, point.later)) known.set(session, answers);
  const { replayed = 0, dropped = [], exact = true } = result ?? {};
  return { id, parent: { id: parent.id, seq }, replayed, dropped, exact, known };
}

interface Course {
  id: string;
  body: JsonObject;
  point: ForkPoint;
  modelOf: ((version: number) => Model | undefined) | undefined;
  /** Realm before and after the changes. */
  then: Model;
  model: Model;
}

/** What happens in the fork beyond what it took over. */
async function goOn(parts: ForkParts, course: Course, request: CreateFork) {
  const { id, body, point, modelOf, then, model } = course;
  const sealer = simulationSealer({ id, body }, parts.sealer);
  const first = firstInputs(request.changes, point.state, model === then ? undefined : point.state.realmVersion + 1, sealer);
  if (!request.replay && first.length === 0) return undefined;
  const later: readonly RecordedStep[] = request.replay ? point.later : [];
  const record = readRecord(modelOf ?? (() => then), structuredClone(point.state), later);
  const chance = seeded(`fork:${point.kept.at(-1)?.input.random ?? point.base.n}`, 0);
  const { state, steps, given, dropped } = await replay({
    state: structuredClone(point.state),
    model,
    modelOf,
    record,
    first,
    change: answerChanger(request.changes, sealer),
    answer: (requested, world) => parts.effects(requested, { simulation: id, sealer, ...world }),
    random: chance,
  });
  const people = ({ input }: { input: RecordedStep['input'] }): boolean => PEOPLES.has(input.kind);
  return {
    state,
    steps,
    exact: record.exact,
    replayed: given.filter(people).length,
    dropped: dropped.filter(({ recorded }) => people(recorded)),
  };
}

/** Inputs that somebody gave; what was left out of the others nobody misses. */
const PEOPLES = new Set<RecordedStep['input']['kind']>([
  'start',
  'answer',
  'resume',
  'message',
  'latency',
  'edit',
  'continue',
  'breakpoints',
  'faults',
  'stubs',
  'logout',
  'access',
  'realm',
  'initialize',
  'session-properties',
]);

function bodyOf(parent: StoredSimulation, seq: number, now: number, made: NonNullable<Parent['changes']>): JsonObject {
  const { start, latency, realmVersion, seed, place, secrets } = parent.body;
  const kept = Object.entries({ start, latency, realmVersion, seed, secrets }).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(kept) as JsonObject),
    clock: now,
    parent: { id: parent.id, seq, ...(made.length === 0 ? {} : { changes: made }) },
    // Secrets were sealed there.
    place: place ?? parent.id,
    ancestors: [...ancestorsOf(parent.body), parent.id],
  };
}

async function keep(runs: RunStore, id: string, { base, kept }: ForkPoint, more: readonly RecordedStep[]): Promise<void> {
  if (base.n > 0 || base.state.seq > 0) await runs.putBase(id, base.n, JSON.stringify(base.state));
  const from = base.n + kept.length;
  const steps = [
    ...kept.map((step): StoredStep => ({ ...step, simulation: id })),
    ...more.map(({ input, events }, index): StoredStep => ({ simulation: id, n: from + index + 1, at: input.at, input, events })),
  ];
  for (let at = 0; at < steps.length; at += PORTION) await runs.appendSteps(steps.slice(at, at + PORTION));
}

function hashOf(versions: readonly RealmOfVersion[], version: number): string | undefined {
  return versions.find((each) => each.version === version)?.hash;
}

async function modelsOf({ models }: ForkParts, versions: readonly RealmOfVersion[], ran: Model): Promise<(version: number) => Model | undefined> {
  const found = new Map<number, Model>();
  for (const { version, hash } of versions) {
    const model = await models.snapshot(hash);
    if (model) found.set(version, model);
  }
  return (version) => (versions.length === 0 ? ran : found.get(version));
}
