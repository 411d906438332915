import type { Identity, IdentityWrite } from '../types.ts';
import type { IdentityStore } from './types.ts';

/** The store as this script sees it: what it has written so far lies over the simulation's identities. */
export interface Overlay extends IdentityStore {
  put(identity: Identity): void;
  delete(id: string): void;
  writes(): IdentityWrite[];
}

export function createOverlay(store: IdentityStore): Overlay {
  const written = new Map<string, Identity | null>();
  return {
    get(id) {
      const own = written.get(id);
      return own === undefined ? store.get(id) : (own ?? undefined);
    },
    *all(kind) {
      for (const identity of store.all(kind)) if (!written.has(identity._id)) yield identity;
      for (const identity of written.values()) if (identity?.kind === kind) yield identity;
    },
    put(identity) {
      written.set(identity._id, identity);
    },
    delete(id) {
      written.set(id, null);
    },
    writes: () => [...written].map(([id, record]) => ({ id, record })),
  };
}
