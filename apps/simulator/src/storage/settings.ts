import type { Json } from '@tandem/journey';
import type { Database } from './database.ts';

/** Small things that belong to the installation rather than to a realm. */
export interface Settings {
  get(key: string): Promise<Json | undefined>;
  put(key: string, value: Json): Promise<void>;
}

export function createSettings(database: Database): Settings {
  return {
    async get(key) {
      const row = await database.db.selectFrom('setting').select('body').where('key', '=', key).executeTakeFirst();
      return row && (JSON.parse(row.body) as Json);
    },
    async put(key, value) {
      const body = JSON.stringify(value);
      await database.write('durable', (trx) =>
        trx
          .insertInto('setting')
          .values({ key, body })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ body }))
          .execute(),
      );
    },
  };
}
