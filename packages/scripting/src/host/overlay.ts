import { changesBetween } from '@tandem/journey';
import type { Identity, IdentityWrite, JsonObject } from '../types.ts';
import { bounded, limits } from './limits.ts';
import type { IdentityStore } from './types.ts';

/** The store as this script sees it: what it has written so far lies over the simulation's identities. */
export interface Overlay extends IdentityStore {
  put(identity: Identity): void;
  delete(id: string): void;
  writes(): IdentityWrite[];
}

const sizeOf = (identity: Identity | undefined): number => (identity ? JSON.stringify(identity).length : 0);

export function createOverlay(store: IdentityStore): Overlay {
  const written = new Map<string, Identity | null>();
  // Others write to the store while the script runs: what it has seen stays, so that its changes are told from theirs.
  const seen = new Map<string, Identity>();
  const see = (identity: Identity): Identity => {
    const first = seen.get(identity._id);
    if (first) return first;
    seen.set(identity._id, identity);
    return identity;
  };
  const before = (id: string): Identity | undefined => {
    const found = seen.get(id) ?? store.get(id);
    return found && see(found);
  };
  return {
    get(id) {
      const own = written.get(id);
      return own === undefined ? before(id) : (own ?? undefined);
    },
    *all(kind) {
      for (const identity of store.all(kind)) if (!written.has(identity._id)) yield see(identity);
      for (const identity of written.values()) if (identity?.kind === kind) yield identity;
    },
    put(identity) {
      // One that was larger to begin with (a photo) may stay as large.
      const size = sizeOf(identity);
      bounded(size, Math.max(limits.identity, sizeOf(before(identity._id))), 'Too many characters in an identity');
      written.set(identity._id, identity);
    },
    delete(id) {
      written.set(id, null);
    },
    writes: () => [...written].flatMap(([id, record]) => writeOf(id, seen.get(id), record)),
  };
}

/** What changed. */
function writeOf(id: string, before: Identity | undefined, after: Identity | null): IdentityWrite[] {
  if (after === null) return before ? [{ id, record: null }] : [];
  if (!before) return [{ id, created: after }];
  const changes = changesBetween(before as unknown as JsonObject, after as unknown as JsonObject);
  return changes.length === 0 ? [] : [{ id, changes }];
}
