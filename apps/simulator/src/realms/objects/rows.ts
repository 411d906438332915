import type { Issue, Json, JsonObject } from '@tandem/journey';
import { type RowWords, readTable, refuse } from '../directory/table.ts';

/** Rows of managed objects, in sentences. */
export const WORDS: RowWords = { many: 'objects', example: '{"name": "..."}' };

/**
 * Managed objects of a file: `_id` names one, else its `name`. Nothing of the file is taken when a row is wrong.
 *
 * @throws ProblemError 400 with an issue for each wrong row
 */
export function readObjects(format: 'json' | 'csv', text: string): JsonObject[] {
  const rows = readTable(format, text, WORDS, (_, cell) => cellValue(cell)) as JsonObject[];
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  rows.forEach((row, index) => {
    const place = { node: `row ${index + 1}` };
    for (const name of ['_id', 'name']) {
      const value = row[name];
      if (value !== undefined && (typeof value !== 'string' || value === ''))
        issues.push({ ...place, field: name, message: `"${name}" of row ${index + 1} is no text.`, expected: 'text' });
    }
    if (typeof row._id === 'string' && row._id.includes('/'))
      issues.push({ ...place, field: '_id', message: `The _id of row ${index + 1} holds a slash.`, expected: 'another id' });
    if (row._id === undefined && row.name === undefined)
      issues.push({ ...place, field: 'name', message: `Row ${index + 1} has neither a name nor an _id.`, expected: 'a name' });
    if (Object.hasOwn(row, '__proto__'))
      issues.push({ ...place, field: '__proto__', message: 'An attribute cannot be called "__proto__".', expected: 'another name' });
    const key = keyOf(row);
    const other = seen.get(key);
    if (key !== '' && other !== undefined)
      issues.push({ ...place, field: 'name', message: `Row ${index + 1} and row ${other} are the same object.`, expected: 'each object once' });
    seen.set(key, index + 1);
  });
  if (issues.length > 0) refuse(issues, WORDS);
  return rows;
}

/** What tells rows apart. */
function keyOf({ _id, name }: JsonObject): string {
  return typeof _id === 'string' ? `id ${_id}` : typeof name === 'string' ? `name ${name.toLowerCase()}` : '';
}

/** Nothing says what type an attribute has: what is a list or an object in JSON is taken as one, anything else as text. */
function cellValue(cell: string): Json {
  if (!/^[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell) as Json;
  } catch {
    return cell;
  }
}
