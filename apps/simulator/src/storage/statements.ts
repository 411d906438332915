import type BetterSqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements kept prepared; more than the stores have, with every number of rows that an insert takes. */
const KEPT = 200;

/**
 * The connection as Kysely uses it, with statements prepared once: preparing one takes longer than running it. SQLite prepares a kept statement
 * again by itself when the schema changes.
 */
export function preparedOnce(connection: BetterSqlite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void connection.close(),
    prepare(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = connection.prepare(sql) as unknown as SqliteStatement;
        const oldest = statements.size < KEPT ? undefined : statements.keys().next().value;
        if (oldest !== undefined) statements.delete(oldest);
        statements.set(sql, statement);
      }
      return statement;
    },
  };
}
