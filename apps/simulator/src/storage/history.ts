import type { JourneyDocument, Realm } from '@tandem/journey';
import type { Database } from './database.ts';
import type { BACKED_UP } from './keep-history.ts';
import { pack, unpack } from './packed.ts';
import type { BackupTable, JourneyVersionTable } from './tables.ts';

export type KeptVersion = Omit<JourneyVersionTable, 'body'>;
export type KeptBackup = Omit<BackupTable, 'body'>;
/** What a backup holds of a realm. The default journey goes with its journey; the realm's other services are not in it. */
export type BackupContents = Pick<Realm, (typeof BACKED_UP)[number]> & { defaultJourney?: string };

/** Earlier versions of journeys, and backups of realms. Changes of realms keep them by themselves (`keep-history.ts`). */
export interface History {
  /** Newest first, without the documents. */
  versions(realm: string, journey: string): Promise<KeptVersion[]>;
  version(realm: string, journey: string, version: number): Promise<JourneyDocument | undefined>;
  /**
   * Names a version, or takes its name with null.
   * @param present keeps this when the version is not kept yet: that of a journey that was never changed
   * @returns false when there is no such version
   */
  nameVersion(
    realm: string,
    journey: string,
    version: number,
    name: string | null,
    present?: { savedAt: string; document: JourneyDocument },
  ): Promise<boolean>;
  /** Newest first. */
  backups(realm: string): Promise<KeptBackup[]>;
  backup(realm: string, id: string): Promise<BackupContents | undefined>;
  deleteBackup(realm: string, id: string): Promise<boolean>;
}

export function createHistory(database: Database): History {
  const versionRow = (realm: string, journey: string, version: number) =>
    database.db.selectFrom('journey_version').where('realm', '=', realm).where('journey', '=', journey).where('version', '=', version);
  return {
    versions: (realm, journey) =>
      database.db
        .selectFrom('journey_version')
        .select(['realm', 'journey', 'version', 'saved_at', 'name', 'cause', 'changes'])
        .where('realm', '=', realm)
        .where('journey', '=', journey)
        .orderBy('version', 'desc')
        .execute(),
    async version(realm, journey, version) {
      const row = await versionRow(realm, journey, version).select('body').executeTakeFirst();
      return row && (unpack(row.body) as JourneyDocument);
    },
    nameVersion: (realm, journey, version, name, present) =>
      database.write('durable', async (trx) => {
        if (present !== undefined)
          await trx
            .insertInto('journey_version')
            .values({ realm, journey, version, saved_at: present.savedAt, name, cause: 'start', changes: null, body: pack(present.document) })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        const { numUpdatedRows } = await trx
          .updateTable('journey_version')
          .set({ name })
          .where('realm', '=', realm)
          .where('journey', '=', journey)
          .where('version', '=', version)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    backups: (realm) =>
      database.db
        .selectFrom('backup')
        .select(['id', 'realm', 'realm_version', 'made_at', 'cause', 'note'])
        .where('realm', '=', realm)
        .orderBy('made_at', 'desc')
        .orderBy('realm_version', 'desc')
        .execute(),
    async backup(realm, id) {
      const row = await database.db.selectFrom('backup').select('body').where('realm', '=', realm).where('id', '=', id).executeTakeFirst();
      return row && (unpack(row.body) as BackupContents);
    },
    deleteBackup: (realm, id) =>
      database.write('durable', async (trx) => {
        const { numDeletedRows } = await trx.deleteFrom('backup').where('realm', '=', realm).where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}
