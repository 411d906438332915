import { Model } from '@tandem/engine';
import type { Realm } from '@tandem/journey';
import type { RunStore } from '../storage/run-store.ts';

/** Prepared realms, shared by all simulations that run the same one and forgotten when none does. */
export class Models {
  private readonly byRealm = new WeakMap<Realm, Model>();
  private readonly bySnapshot = new Map<string, WeakRef<Model>>();

  constructor(private readonly runs: Pick<RunStore, 'readSnapshot'>) {}

  of(realm: Realm): Model {
    let model = this.byRealm.get(realm);
    if (!model) {
      model = new Model(realm);
      this.byRealm.set(realm, model);
    }
    return model;
  }

  /** Says which kept copy of a realm a model was made of. */
  remember(hash: string, model: Model): void {
    this.bySnapshot.set(hash, new WeakRef(model));
  }

  /** The model of a kept copy of a realm; undefined when there is no such copy. */
  async snapshot(hash: string): Promise<Model | undefined> {
    const known = this.bySnapshot.get(hash)?.deref();
    if (known) return known;
    const realm = await this.runs.readSnapshot(hash);
    if (!realm) return undefined;
    const model = new Model(realm);
    this.remember(hash, model);
    return model;
  }
}
