import type { Identity, IdentityWrite } from '../types.ts';
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
      // One that was larger to begin with (a photo) may stay as large.
      const [size, before] = [sizeOf(identity), sizeOf(store.get(identity._id))];
      bounded(size, Math.max(limits.identity, before), 'Too many characters in an identity');
      written.set(identity._id, identity);
    },
    delete(id) {
      written.set(id, null);
    },
    writes: () => [...written].map(([id, record]) => ({ id, record })),
  };
}
