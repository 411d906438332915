import { ImportRefused, type Issue, isObject, type Json, parseJsonStrict } from '@tandem/journey';
import { CsvError, parse } from 'csv-parse/sync';
import { ProblemError } from '../../http/problem.ts';

/** More would take minutes to hash. */
const MAX_ROWS = 10_000;

/** What the rows of a file are, in sentences. */
export interface RowWords {
  /** "users" */
  many: string;
  /** A row as it could be, e.g. `{"userName": "..."}`. */
  example: string;
}

/**
 * The rows of a file: a list of objects as JSON (also within the answer to a query, `{"result": [...]}`), or CSV with a header line of attribute
 * names. An empty cell says nothing about its attribute.
 *
 * @param cell what a cell of CSV means
 * @throws ProblemError 400
 */
export function readTable(
  format: 'json' | 'csv',
  text: string,
  words: RowWords,
  cell: (name: string, text: string) => Json,
): Record<string, unknown>[] {
  const rows = format === 'json' ? jsonRows(text, words) : csvRows(text, words, cell);
  if (rows.length > MAX_ROWS) refuse([{ message: `The file has ${rows.length} rows.`, expected: `at most ${MAX_ROWS}` }], words);
  return rows;
}

function jsonRows(text: string, words: RowWords): Record<string, unknown>[] {
  let value: unknown;
  try {
    value = parseJsonStrict(text);
  } catch (error) {
    if (error instanceof ImportRefused) refuse(error.issues, words);
    throw error;
  }
  const list = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.result) ? value.result : undefined;
  if (!list) refuse([{ message: `The file holds no list of ${words.many}.`, expected: `[${words.example}, ...] or {"result": [...]}` }], words);
  const wrong = list.findIndex((row) => !isObject(row));
  if (wrong >= 0) refuse([{ node: `row ${wrong + 1}`, message: `Row ${wrong + 1} is no object.`, expected: words.example }], words);
  return list as Record<string, unknown>[];
}

function csvRows(text: string, words: RowWords, cell: (name: string, text: string) => Json): Record<string, Json>[] {
  try {
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, relax_column_count: false });
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => [name, cell(name, value)]),
      ),
    );
  } catch (error) {
    if (error instanceof CsvError) refuse([{ message: `The table cannot be read: ${error.message}`, expected: 'CSV with a header line' }], words);
    throw error;
  }
}

/** Nothing of a file is taken when a row is wrong. */
export function refuse(errors: readonly Issue[], { many }: RowWords): never {
  throw new ProblemError(400, errors[0]?.message ?? `The ${many} cannot be taken.`, { title: `The ${many} were not imported`, errors });
}
