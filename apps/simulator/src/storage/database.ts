import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * How much a commit survives. `durable`: answered means on disk, a power cut included (realm saves, settings). `fast`: survives a crash of the
 * process; a power cut may cost the last moments, never consistency (run events, of which there are many).
 */
export type Durability = 'durable' | 'fast';

/** What the stores need of a database; `sqlite.ts` is the only file that knows which one it is. */
export interface Database {
  /** For reads. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` in one transaction. Writers wait for one another, and readers for writers: `work` must use the transaction it is given and
   * nothing else of this database, or it waits for itself.
   */
  write<T>(durability: Durability, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Runs statements that depend on nothing, in one transaction: the quick way for what is written all the time. Waits as `write` does. */
  run(durability: Durability, statements: readonly CompiledQuery[]): Promise<void>;
  close(): Promise<void>;
}

/** Rows an insert takes at a time: databases limit the number of parameters (SQLite 32,766, PostgreSQL 65,535). */
export function* chunks<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
