import { changesBetween, objectKey } from '@tandem/journey';
import type { JsonObject, ObjectWrite } from '../types.ts';
import type { Collection } from './collection.ts';
import { bounded, limits } from './limits.ts';
import type { ObjectStore } from './types.ts';

/** Managed objects other than users as this script sees them: what it has written so far lies over the simulation's. */
export interface ManagedTypes {
  collection(type: string): Collection;
  writes(): ObjectWrite[];
}

interface Entry {
  type: string;
  id: string;
  /** As the script first saw it; absent: it made it. */
  before?: JsonObject | undefined;
  /** null: deleted; absent: as it was. */
  after?: JsonObject | null;
}

export function createManagedTypes(store: ObjectStore | undefined): ManagedTypes {
  const entries = new Map<string, Entry>();
  const see = (type: string, id: string, found: JsonObject | undefined): Entry | undefined => {
    const key = objectKey(type, id);
    const known = entries.get(key);
    if (known || !found) return known;
    // Others write to the store while the script runs: what it has seen stays, so that its changes are told from theirs.
    const entry: Entry = { type, id, before: found };
    entries.set(key, entry);
    return entry;
  };
  const current = (entry: Entry | undefined): JsonObject | undefined => (entry?.after === undefined ? entry?.before : (entry.after ?? undefined));
  const get = (type: string, id: string): JsonObject | undefined => current(see(type, id, store?.byId(type, id)));

  return {
    collection: (type) => ({
      name: `managed/${type}`,
      get: (id) => get(type, id),
      all() {
        for (const object of store?.all(type) ?? []) see(type, String(object._id), object);
        return [...entries.values()].flatMap((entry) => {
          const object = entry.type === type ? current(entry) : undefined;
          return object ? [object] : [];
        });
      },
      taken: (id) => get(type, id) !== undefined,
      save(id, content, before) {
        const after = { ...content, _id: id };
        bounded(
          JSON.stringify(after).length,
          Math.max(limits.identity, before ? JSON.stringify(before).length : 0),
          'Too many characters in an object',
        );
        const entry = see(type, id, store?.byId(type, id)) ?? { type, id };
        entries.set(objectKey(type, id), entry);
        entry.after = after;
        return after;
      },
      delete(id) {
        const entry = see(type, id, store?.byId(type, id));
        if (entry) entry.after = null;
      },
    }),
    writes: () => [...entries.values()].flatMap(writeOf),
  };
}

/** What changed. */
function writeOf({ type, id, before, after }: Entry): ObjectWrite[] {
  if (after === undefined) return [];
  if (after === null) return before ? [{ type, id, deleted: true }] : [];
  if (!before) return [{ type, id, created: after }];
  const changes = changesBetween(before, after);
  return changes.length === 0 ? [] : [{ type, id, changes }];
}
