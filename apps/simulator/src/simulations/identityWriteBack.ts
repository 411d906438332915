import type { EngineEvent, SimulationState } from '@tandem/engine';
import type { Identity, ManagedObject } from '@tandem/journey';
import { logError } from '../log.ts';
import type { Delete, Put } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';

type Changed =
  | { kind: 'identities'; key: string; body: Identity | null }
  /** Managed objects other than users. */
  | { kind: 'objects'; key: string; body: ManagedObject | null };

/** Identity and object changes of the live realm are the realm's own: written to it in the order they were made. */
export class IdentityWriteBack {
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly realms: Pick<RealmStore, 'apply'>) {}

  /** Writes the changes that these events made. */
  take(realm: string, events: readonly EngineEvent[]): void {
    const patches = events.filter(({ kind }) => kind === 'identity-changed' || kind === 'object-changed').flatMap((event) => event.patch);
    const changed = patches.flatMap(([path, body]): Changed[] => {
      const [kind, key] = path;
      if ((kind !== 'identities' && kind !== 'objects') || key === undefined || path.length !== 2) return [];
      return [{ kind, key, body: body ?? null } as Changed];
    });
    if (changed.length > 0) void this.write(realm, changed);
  }

  /** Writes what a stored state holds that the realm may not have: the process ended between the two. */
  catchUp(realm: string, state: Pick<SimulationState, 'identities' | 'objects'>): Promise<void> {
    const changed = [
      ...Object.entries(state.identities).map(([key, body]): Changed => ({ kind: 'identities', key, body })),
      ...Object.entries(state.objects).map(([key, body]): Changed => ({ kind: 'objects', key, body })),
    ];
    return changed.length > 0 ? this.write(realm, changed) : this.queue;
  }

  /** Resolves when everything taken was tried. */
  drain(): Promise<void> {
    return this.queue;
  }

  private write(realm: string, changed: readonly Changed[]): Promise<void> {
    // The last change of each decides: the store makes all deletions first.
    const last = [...new Map(changed.map((change) => [`${change.kind} ${change.key}`, change])).values()];
    const puts = last.flatMap((change): Put[] => (change.body ? [change as Put] : []));
    const deletes = last.flatMap(({ kind, key, body }): Delete[] => (body ? [] : [{ kind, key }]));
    this.queue = this.queue.then(async () => {
      await this.realms.apply(realm, { puts, deletes }).catch((error: unknown) => logError('identity change', error));
    });
    return this.queue;
  }
}
