import type { RealmServices } from '@tandem/journey';
import type { Transaction } from 'kysely';
import { chunks } from './database.ts';
import type { WrittenResource } from './realm-memory.ts';
import type { Tables } from './tables.ts';

/** How realms and their resources stand in the tables. */

type Trx = Transaction<Tables>;

export async function insertRealm(trx: Trx, name: string, services: RealmServices, written: readonly WrittenResource[]): Promise<void> {
  await trx
    .insertInto('realm')
    .values({ name, version: 1, body: JSON.stringify(services) })
    .execute();
  await putResources(trx, name, written);
}

interface RealmWrite {
  /** Version that the change was computed from. */
  from: number;
  to: number;
  services: RealmServices;
  written: readonly WrittenResource[];
}

/**
 * Writes a change. The realm's own version is compared in the statement: with several servers on one database, only one of two changes
 * computed from the same realm gets in.
 */
export async function writeRealm(trx: Trx, name: string, { from, to, services, written }: RealmWrite): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('realm')
    .set({ version: to, body: JSON.stringify(services) })
    .where('name', '=', name)
    .where('version', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`The realm "${name}" was changed by another process. Restart this one.`);
  for (const { kind, key, text } of written) {
    if (text !== undefined) continue;
    await trx.deleteFrom('resource').where('realm', '=', name).where('kind', '=', kind).where('key', '=', key).execute();
  }
  await putResources(trx, name, written);
}

async function putResources(trx: Trx, realm: string, written: readonly WrittenResource[]): Promise<void> {
  const rows = written.flatMap(({ kind, key, revision, text }) =>
    revision === undefined || text === undefined
      ? []
      : [{ realm, kind, key, version: revision.version, body: text, modified_at: revision.modifiedAt }],
  );
  for (const part of chunks(rows)) {
    await trx
      .insertInto('resource')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['realm', 'kind', 'key']).doUpdateSet((excluded) => ({
          version: excluded.ref('excluded.version'),
          body: excluded.ref('excluded.body'),
          modified_at: excluded.ref('excluded.modified_at'),
        })),
      )
      .execute();
  }
}
