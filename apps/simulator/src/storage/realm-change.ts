import type { Realm, RealmServices, ResourceKind } from '@tandem/journey';

/** What is in `realm[kind]`: a journey with its bundle, a node resource, a script, ... */
export type ResourceBody<K extends ResourceKind = ResourceKind> = Realm[K][string];

/** Writes one resource. The two fields are tied together: a `journeys` put carries a journey. */
export type Put = {
  [K in ResourceKind]: {
    kind: K;
    key: string;
    body: ResourceBody<K>;
    /** Version that the writer saw, 0 for none. Absent: whatever is there is replaced. */
    expected?: number;
    /** Counts the version up even when nothing in the body changed (something it is shown with did). */
    touch?: boolean;
  };
}[ResourceKind];

export interface Delete {
  kind: ResourceKind;
  key: string;
  expected?: number;
}

/** What made a change, as the history of journeys and backups names it. */
export type ChangeCause = 'save' | 'import' | 'restore' | 'delete';

/** Changes that happen together or not at all. Puts that change nothing are left out. */
export interface RealmChange {
  puts?: readonly Put[];
  deletes?: readonly Delete[];
  services?: RealmServices;
  /** The journey of the deletes that lives on under another name, as one of the puts: its versions follow. */
  rename?: { from: string; to: string };
  /** Default `save`. */
  cause?: ChangeCause;
  /** Keeps a backup of the realm as it was, in the same transaction; the text says what for. */
  backup?: { id: string; note: string };
}

/** Where a resource stands: `version` counts up with every change of it and is never used again within the realm. */
export interface Revision {
  version: number;
  modifiedAt: string;
}

/** A realm as it is at one moment. Never changed in place: whoever holds one holds that moment. */
export interface StoredRealm {
  readonly realm: Realm;
  /** Counts up with every change of anything in it. */
  readonly version: number;
  revision(kind: ResourceKind, key: string): Revision | undefined;
}

/** One changed resource; `revision` is absent when it was deleted. */
export interface ResourceNotice {
  kind: ResourceKind;
  key: string;
  revision: Revision | undefined;
}

export interface RealmNotice {
  realm: string;
  version: number;
  changes: readonly ResourceNotice[];
  /** Whether the settings of its services changed, alone or with resources (the default journey goes with its journey). */
  services: boolean;
}

/** Somebody else changed the resource since the writer read it. Nothing was written. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';

  constructor(
    readonly kind: ResourceKind,
    readonly key: string,
    readonly expected: number,
    readonly found: number,
  ) {
    super(`${kind} "${key}" is at version ${found}; the change was made to version ${expected}.`);
  }
}

export class UnknownRealm extends Error {
  override readonly name = 'UnknownRealm';

  constructor(readonly realm: string) {
    super(`There is no realm "${realm}".`);
  }
}
