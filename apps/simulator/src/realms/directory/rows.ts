import { type CustomAttribute, ImportRefused, type Issue, isObject, type Json, parseJsonStrict } from '@tandem/journey';
import { CsvError, parse } from 'csv-parse/sync';
import { ProblemError } from '../../http/problem.ts';
import { type GivenIdentity, readAttributes } from './record.ts';

/** More would take minutes to hash. */
const MAX_ROWS = 10_000;
/** Attributes of IDM's own schema that are no text. */
const LISTS = new Set(['aliasList', 'roles', 'kbaInfo', 'pushDevices']);

/**
 * Users of a file. Nothing of it is taken when a row is wrong.
 *
 * @throws ProblemError 400 with an issue for each wrong row
 */
export function readRows(format: 'json' | 'csv', text: string, custom: readonly CustomAttribute[] = []): GivenIdentity[] {
  const rows = format === 'json' ? jsonRows(text) : csvRows(text, custom);
  if (rows.length > MAX_ROWS) refuse([{ message: `The file has ${rows.length} rows.`, expected: `at most ${MAX_ROWS}` }]);
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  const given = rows.map((row, index) => {
    const place = { node: `row ${index + 1}` };
    const { userName, password } = row;
    const name = typeof userName === 'string' ? userName.trim() : '';
    if (name === '') issues.push({ ...place, field: 'userName', message: `Row ${index + 1} has no user name.`, expected: 'a userName' });
    const other = seen.get(name.toLowerCase());
    if (name !== '' && other !== undefined)
      issues.push({
        ...place,
        field: 'userName',
        message: `Row ${index + 1} and row ${other} are both "${name}".`,
        expected: 'a user name of its own',
      });
    seen.set(name.toLowerCase(), index + 1);
    if (password !== undefined && password !== null && typeof password !== 'string')
      issues.push({ ...place, field: 'password', message: `The password of row ${index + 1} is no text.`, expected: 'text' });
    const read = readAttributes(row, place);
    issues.push(...read.issues);
    return {
      kind: 'user' as const,
      userName: name,
      password: typeof password === 'string' && password !== '' ? password : undefined,
      attributes: read.attributes,
    };
  });
  if (issues.length > 0) refuse(issues);
  return given;
}

function jsonRows(text: string): Record<string, unknown>[] {
  let value: unknown;
  try {
    value = parseJsonStrict(text);
  } catch (error) {
    if (error instanceof ImportRefused) refuse(error.issues);
    throw error;
  }
  const list = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.result) ? value.result : undefined;
  if (!list) refuse([{ message: 'The file holds no list of users.', expected: '[{"userName": "..."}, ...] or {"result": [...]}' }]);
  const wrong = list.findIndex((row) => !isObject(row));
  if (wrong >= 0) refuse([{ node: `row ${wrong + 1}`, message: `Row ${wrong + 1} is no object.`, expected: '{"userName": "..."}' }]);
  return list as Record<string, unknown>[];
}

/** An empty cell says nothing about its attribute. */
function csvRows(text: string, custom: readonly CustomAttribute[]): Record<string, Json>[] {
  try {
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, relax_column_count: false });
    const types = new Map(custom.map(({ name, type }) => [name, type]));
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, cell]) => cell !== '')
          .map(([name, cell]) => [name, cellValue(cell, LISTS.has(name) ? 'array' : (types.get(name) ?? 'string'))]),
      ),
    );
  } catch (error) {
    if (error instanceof CsvError) refuse([{ message: `The table cannot be read: ${error.message}`, expected: 'CSV with a header line' }]);
    throw error;
  }
}

function cellValue(cell: string, type: CustomAttribute['type']): Json {
  if (type === 'array') return cell.split(';').map((part) => part.trim());
  if (type === 'boolean') return cell.toLowerCase() === 'true';
  if (type === 'number' && Number.isFinite(Number(cell))) return Number(cell);
  return cell;
}

function refuse(errors: readonly Issue[]): never {
  throw new ProblemError(400, errors[0]?.message ?? 'The users cannot be taken.', { title: 'The users were not imported', errors });
}
