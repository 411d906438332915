import BetterSqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Database, Durability } from './database.ts';
import { migrate } from './migrations.ts';
import { preparedOnce } from './statements.ts';
import type { Tables } from './tables.ts';

/** The only file that speaks SQLite. */

const SYNCHRONOUS: Record<Durability, string> = { durable: 'FULL', fast: 'NORMAL' };
/** Pages of the log (4 KiB each) after which it is carried over into the database, which waits for the disk: four times SQLite's own habit. */
const LOG_PAGES = 4000;

/**
 * Opens (or creates) the database file in WAL mode and brings its schema up to date.
 *
 * One connection, whose `synchronous` pragma follows the kind of write, rather than two connections: better-sqlite3 is synchronous, so a
 * second connection that met the first one's open transaction would block the event loop that has to finish it. In WAL mode FULL syncs the log
 * at every commit, NORMAL at checkpoints only; a FULL commit also carries the NORMAL commits before it to disk.
 */
export async function openSqlite(file: string): Promise<Database> {
  const connection = new BetterSqlite(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparedOnce(connection) }) });
  const writes = new Set<Promise<unknown>>();
  let current: Durability | undefined;

  const database: Database = {
    db,
    async write(durability, work) {
      const written = db.connection().execute(async (own) => {
        // Not possible inside a transaction, hence here, on the connection that the transaction will use.
        if (current !== durability) await sql.raw(`PRAGMA synchronous = ${SYNCHRONOUS[durability]}`).execute(own);
        current = durability;
        return own.transaction().execute(work);
      });
      writes.add(written);
      try {
        return await written;
      } finally {
        writes.delete(written);
      }
    },
    async close() {
      await Promise.allSettled(writes);
      await db.destroy();
    },
  };

  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return database;
}
