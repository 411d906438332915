import type { CompiledQuery, InsertResult, Kysely } from 'kysely';
import type { StepTable, Tables } from './tables.ts';

/** Rows of the largest insert: its parameters are far from what any database takes. */
const MOST_ROWS = 256;
const COLUMNS = ['simulation', 'n', 'at', 'input', 'events', 'seq_from', 'seq_to'] as const satisfies readonly (keyof StepTable)[];

/**
 * Inserts steps, of which there are more than of everything else together. Kysely takes longer to put an insert into words than the database to run
 * it, so its words are kept: one statement for 1 row, one for 2, 4, 8 and so on, which make up any number.
 */
export function stepInserts(db: Kysely<Tables>): (rows: readonly StepTable[]) => CompiledQuery[] {
  const statements = new Map<number, CompiledQuery<InsertResult>>();
  const statementFor = (size: number): CompiledQuery<InsertResult> => {
    let statement = statements.get(size);
    if (!statement) {
      const row: StepTable = { simulation: '', n: 0, at: 0, input: '', events: '', seq_from: 0, seq_to: 0 };
      statement = db
        .insertInto('step')
        .columns(COLUMNS)
        .values(Array.from({ length: size }, () => row))
        .compile();
      statements.set(size, statement);
    }
    return statement;
  };
  return (rows) => {
    const inserts: CompiledQuery[] = [];
    for (let from = 0, size = MOST_ROWS; from < rows.length; ) {
      if (rows.length - from < size) {
        size /= 2;
        continue;
      }
      const parameters: unknown[] = [];
      for (let n = from; n < from + size; n++) {
        const row = rows[n] as StepTable;
        for (const column of COLUMNS) parameters.push(row[column]);
      }
      inserts.push({ ...statementFor(size), parameters });
      from += size;
    }
    return inserts;
  };
}
