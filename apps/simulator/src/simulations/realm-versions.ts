import type { RealmOfVersion, RunStore, StoredSimulation } from '../storage/run-store.ts';

/** The realm copies that a simulation ran, by version. Of a live one, none is kept. */
export async function realmVersions(runs: RunStore, { id, snapshotHash, body }: StoredSimulation): Promise<RealmOfVersion[]> {
  if (snapshotHash === null) return [];
  const versions = await runs.realmsOf(id);
  return versions.length > 0 ? versions : [{ version: Number(body.realmVersion), hash: snapshotHash }];
}
