import type { EngineEvent, SimulationState } from '@tandem/engine';
import type { Identity } from '@tandem/journey';
import { logError } from '../log.ts';
import type { RealmStore } from '../storage/realm-store.ts';

/** Identity changes of the live realm are the realm's own: written to it in the order they were made. */
export class IdentityWriteBack {
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly realms: Pick<RealmStore, 'apply'>) {}

  /** Writes the changes that these events made. */
  take(realm: string, events: readonly EngineEvent[]): void {
    const changed = events.filter((event) => event.kind === 'identity-changed').flatMap((event) => event.patch);
    const records = changed.flatMap(([path, record]): [string, Identity | null][] =>
      path[0] === 'identities' && path[1] !== undefined && path.length === 2 ? [[path[1], (record ?? null) as Identity | null]] : [],
    );
    if (records.length > 0) void this.write(realm, records);
  }

  /** Writes what a stored state holds that the realm may not have: the process ended between the two. */
  catchUp(realm: string, state: Pick<SimulationState, 'identities'>): Promise<void> {
    const records = Object.entries(state.identities);
    return records.length > 0 ? this.write(realm, records) : this.queue;
  }

  /** Resolves when everything taken was tried. */
  drain(): Promise<void> {
    return this.queue;
  }

  private write(realm: string, records: readonly (readonly [string, Identity | null])[]): Promise<void> {
    const puts = records.flatMap(([key, body]) => (body ? [{ kind: 'identities' as const, key, body }] : []));
    const deletes = records.flatMap(([key, body]) => (body ? [] : [{ kind: 'identities' as const, key }]));
    this.queue = this.queue.then(async () => {
      await this.realms.apply(realm, { puts, deletes }).catch((error: unknown) => logError('identity change', error));
    });
    return this.queue;
  }
}
