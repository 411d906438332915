import BetterSqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
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
  const prepared = preparedOnce(connection);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared }) });
  const writes = new Set<Promise<unknown>>();
  let current: Durability | undefined;
  // Not possible inside a transaction.
  const become = (durability: Durability): void => {
    if (current !== durability) connection.pragma(`synchronous = ${SYNCHRONOUS[durability]}`);
    current = durability;
  };
  const finished = async <T>(written: Promise<T>): Promise<T> => {
    writes.add(written);
    try {
      return await written;
    } finally {
      writes.delete(written);
    }
  };
  const runAll = connection.transaction((statements: readonly CompiledQuery[]) => {
    for (const { sql, parameters } of statements) prepared.prepare(sql).run(parameters);
  });

  const database: Database = {
    db,
    write(durability, work) {
      const written = db.connection().execute((own) => {
        become(durability);
        return own.transaction().execute(work);
      });
      return finished(written);
    },
    run(durability, statements) {
      // The connection is taken only so that nobody else's transaction is open on it.
      const written = db.connection().execute(async () => {
        become(durability);
        runAll(statements);
      });
      return finished(written);
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
