import { randomUUID } from 'node:crypto';
import type { RestoreAnswer } from '@tandem/api';
import { deepEqual, isObject, own, type Realm, type RealmServices, sameMeaning } from '@tandem/journey';
import type { BackupContents } from '../storage/history.ts';
import { BACKED_UP } from '../storage/keep-history.ts';
import type { Delete, Put, StoredRealm } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { knowledgeOf } from './find.ts';
import { withTouches } from './touch.ts';

interface Restore {
  puts: Put[];
  services?: RealmServices;
  deletes: Delete[];
  answer: Omit<RestoreAnswer, 'backup'>;
}

/** What the realm lacks, holds otherwise and has too many against a backup. */
export function planRestore({ realm }: StoredRealm, contents: BackupContents): Restore {
  const restore: Restore = { puts: [], deletes: [], answer: { created: [], replaced: [], deleted: [] } };
  for (const kind of BACKED_UP) {
    const [now, then] = [realm[kind] as Record<string, unknown>, (contents[kind] ?? {}) as Record<string, unknown>];
    for (const [key, body] of Object.entries(then)) {
      if (deepEqual(now[key], body)) continue;
      restore.puts.push({ kind, key, body } as Put);
      // What a file only wrote otherwise is put back unseen.
      if (!Object.hasOwn(now, key)) restore.answer.created.push(refOf(kind, key, body));
      else if (!sameMeaning(kind, now[key], body)) restore.answer.replaced.push(refOf(kind, key, body));
    }
    for (const [key, body] of Object.entries(now)) {
      if (Object.hasOwn(then, key)) continue;
      restore.deletes.push({ kind, key });
      restore.answer.deleted.push(refOf(kind, key, body));
    }
  }
  const services = servicesAfter(realm, contents);
  return services === undefined ? restore : { ...restore, services };
}

/** A journey that comes back is the default again unless another became it; one that goes is none any more. */
function servicesAfter({ journeys, services }: Realm, contents: BackupContents): RealmServices | undefined {
  const { defaultJourney: now, ...others } = services;
  const then = contents.defaultJourney;
  const found = then !== undefined && own(contents.journeys, then) !== undefined ? then : undefined;
  const gone = now !== undefined && own(contents.journeys, now) === undefined;
  if (gone) return found === undefined ? others : { ...others, defaultJourney: found };
  const comesBack = now === undefined && found !== undefined && own(journeys, found) === undefined;
  return comesBack ? { ...others, defaultJourney: found } : undefined;
}

function refOf(kind: string, id: string, body: unknown) {
  const name = isObject(body) ? (body.displayName ?? body.name) : undefined;
  return { kind, id, ...(typeof name === 'string' ? { name } : {}) };
}

/** Puts the realm back to a backup in one transaction, with a backup of what was there. */
export async function restoreBackup(realms: RealmStore, realm: string, contents: BackupContents, madeAt: string): Promise<RestoreAnswer> {
  const id = randomUUID();
  let answer: Restore['answer'] = { created: [], replaced: [], deleted: [] };
  let before: StoredRealm | undefined;
  const after = await realms.apply(realm, (current) => {
    before = current;
    const { answer: planned, ...restore } = planRestore(current, contents);
    answer = planned;
    const change = withTouches(current.realm, restore, knowledgeOf(current));
    return { ...change, cause: 'restore', backup: { id, note: `Before the backup of ${madeAt} was restored` } };
  });
  return { ...answer, backup: after === before ? null : id };
}
