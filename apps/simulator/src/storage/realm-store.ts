import { deepEqual, type Realm, type RealmServices, type ResourceKind, resourceKinds } from '@tandem/journey';
import { logError } from '../log.ts';
import type { Database } from './database.ts';
import { keepHistory } from './keep-history.ts';
import { createQueue } from './queue.ts';
import {
  type Put,
  type RealmChange,
  type RealmNotice,
  type ResourceNotice,
  type Revision,
  type StoredRealm,
  UnknownRealm,
  VersionConflict,
} from './realm-change.ts';
import { MemoryRealm, type WrittenResource } from './realm-memory.ts';
import { insertRealm, writeRealm } from './realm-rows.ts';

/** The realms: kept in memory for reading, written through to the database. */
export interface RealmStore {
  names(): string[];
  /** The realm as it is now; undefined when there is none of this name. Callers must not change it. */
  load(realm: string): StoredRealm | undefined;
  /**
   * Adds a realm with everything in it.
   * @throws Error when the name is taken
   */
  create(realm: Realm): Promise<StoredRealm>;
  /**
   * Applies a change in one transaction. What it answered is on disk. `plan` may be a function of the realm as it is at that very moment:
   * nothing else is applied between its call and the change.
   * @returns the realm after the change; the same object as before when nothing changed
   * @throws UnknownRealm, VersionConflict; whatever `plan` throws
   */
  apply(realm: string, plan: RealmChange | ((current: StoredRealm) => RealmChange)): Promise<StoredRealm>;
  /** Calls the listener after every applied change, in order. Returns what ends it. */
  subscribe(listener: (notice: RealmNotice) => void): () => void;
  /** Resolves when every change asked for so far is done. */
  settled(): Promise<void>;
}

/** @param now the present moment as an ISO string, for `modifiedAt` */
export async function openRealmStore(database: Database, now: () => string = () => new Date().toISOString()): Promise<RealmStore> {
  const realms = await readAll(database);
  const listeners = new Set<(notice: RealmNotice) => void>();
  const queued = createQueue();

  const notify = (notice: RealmNotice): void => {
    for (const listener of listeners) {
      try {
        listener(notice);
      } catch (error) {
        // The change is stored; a listener's trouble is not the writer's.
        logError('A listener of realm changes failed', error);
      }
    }
  };

  return {
    names: () => [...realms.keys()].sort(),
    load: (name) => realms.get(name),
    create: (source) =>
      queued(async () => {
        if (realms.has(source.name)) throw new Error(`There is a realm "${source.name}" already.`);
        const empty = MemoryRealm.empty(source.name, 1, source.services);
        const written = resourceKinds.flatMap((kind) =>
          Object.entries(source[kind]).map(
            ([key, body]): WrittenResource => ({ kind, key, revision: { version: 1, modifiedAt: now() }, text: JSON.stringify(body) }),
          ),
        );
        await database.write('durable', (trx) => insertRealm(trx, source.name, source.services, written));
        const created = empty.next(1, written);
        realms.set(source.name, created);
        notify({ realm: source.name, version: 1, changes: noticesOf(written), services: true });
        return created;
      }),
    apply: (name, plan) =>
      queued(async () => {
        const current = realms.get(name);
        if (current === undefined) throw new UnknownRealm(name);
        const change = typeof plan === 'function' ? plan(current) : plan;
        const version = current.version + 1;
        const written = effective(current, change, { version, modifiedAt: now() });
        const services = change.services && !deepEqual(change.services, current.realm.services) ? change.services : undefined;
        if (written.length === 0 && services === undefined) return current;
        const next = current.next(version, written, services);
        await database.write('durable', async (trx) => {
          await writeRealm(trx, name, { from: current.version, to: version, services: services ?? current.realm.services, written });
          await keepHistory(trx, { before: current, after: next, change, changed: written.filter(({ kind }) => kind === 'journeys') }, now());
        });
        realms.set(name, next);
        notify({ realm: name, version, changes: noticesOf(written), services: services !== undefined });
        return next;
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => queued(async () => undefined),
  };
}

const noticesOf = (written: readonly WrittenResource[]): ResourceNotice[] => written.map(({ kind, key, revision }) => ({ kind, key, revision }));

/** What a change really changes. Later puts of the same resource win over earlier ones, and over deletes. */
function effective(current: MemoryRealm, change: RealmChange, revision: Revision): WrittenResource[] {
  const written = new Map<string, WrittenResource>();
  for (const { kind, key, expected } of change.deletes ?? []) {
    check(current, kind, key, expected);
    if (current.revision(kind, key)) written.set(`${kind}/${key}`, { kind, key, revision: undefined });
  }
  for (const put of change.puts ?? []) {
    check(current, put.kind, put.key, put.expected);
    const text = changedText(current, put);
    if (text === undefined) written.delete(`${put.kind}/${put.key}`);
    else written.set(`${put.kind}/${put.key}`, { kind: put.kind, key: put.key, revision, text });
  }
  return [...written.values()];
}

function check(current: StoredRealm, kind: ResourceKind, key: string, expected: number | undefined): void {
  const found = current.revision(kind, key)?.version ?? 0;
  if (expected !== undefined && expected !== found) throw new VersionConflict(kind, key, expected, found);
}

function changedText(current: StoredRealm, put: Put): string | undefined {
  if (put.key === '__proto__') throw new Error('A resource cannot be called "__proto__".');
  const before: unknown = current.realm[put.kind][put.key];
  return before !== undefined && !put.touch && deepEqual(before, put.body) ? undefined : JSON.stringify(put.body);
}

async function readAll(database: Database): Promise<Map<string, MemoryRealm>> {
  const realms = new Map<string, MemoryRealm>();
  for (const row of await database.db.selectFrom('realm').selectAll().execute()) {
    const rows = await database.db.selectFrom('resource').selectAll().where('realm', '=', row.name).orderBy('kind').orderBy('key').execute();
    const written = rows.map(
      (resource): WrittenResource => ({
        kind: resource.kind as ResourceKind,
        key: resource.key,
        revision: { version: resource.version, modifiedAt: resource.modified_at },
        text: resource.body,
      }),
    );
    const known = written.filter((resource) => resourceKinds.includes(resource.kind));
    realms.set(row.name, MemoryRealm.empty(row.name, row.version, JSON.parse(row.body) as RealmServices).next(row.version, known));
  }
  return realms;
}
