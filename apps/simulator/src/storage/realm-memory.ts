import { emptyRealm, type Realm, type RealmServices, type ResourceKind, resourceKinds } from '@tandem/journey';
import type { ResourceNotice, Revision, StoredRealm } from './realm-change.ts';

/** A record whose keys are data: nothing is inherited, so a journey may be called `toString`. */
function dictionary<T extends object>(record: T): T {
  return Object.assign(Object.create(null) as T, record);
}

type Revisions = Record<ResourceKind, ReadonlyMap<string, Revision>>;

/** A changed resource with the text that the database holds. */
export type WrittenResource = ResourceNotice & { text?: string };

/** The realms' in-memory form: plain data plus a revision for each resource. Immutable; a change makes the next one. */
export class MemoryRealm implements StoredRealm {
  private constructor(
    readonly realm: Realm,
    readonly version: number,
    private readonly revisions: Revisions,
  ) {}

  static empty(name: string, version: number, services: RealmServices): MemoryRealm {
    const realm = { ...emptyRealm(name), services };
    const revisions = {} as Revisions;
    for (const kind of resourceKinds) {
      Object.assign(realm, { [kind]: dictionary({}) });
      revisions[kind] = new Map();
    }
    return new MemoryRealm(realm, version, revisions);
  }

  revision(kind: ResourceKind, key: string): Revision | undefined {
    return this.revisions[kind].get(key);
  }

  /**
   * The realm after a change. Kinds that the change does not touch are shared with this one. Bodies are read back from the stored text, so
   * that nobody outside holds a reference into the realm.
   */
  next(version: number, written: readonly WrittenResource[], services: RealmServices = this.realm.services): MemoryRealm {
    const realm: Realm = { ...this.realm, services };
    const revisions = { ...this.revisions };
    for (const kind of new Set(written.map((change) => change.kind))) {
      const bodies: Record<string, unknown> = dictionary(this.realm[kind] as Record<string, unknown>);
      const known = new Map(this.revisions[kind]);
      for (const change of written) {
        if (change.kind !== kind) continue;
        if (change.revision === undefined || change.text === undefined) {
          delete bodies[change.key];
          known.delete(change.key);
        } else {
          bodies[change.key] = JSON.parse(change.text);
          known.set(change.key, change.revision);
        }
      }
      Object.assign(realm, { [kind]: bodies });
      revisions[kind] = known;
    }
    return new MemoryRealm(realm, version, revisions);
  }
}
