import type { CustomAttribute, Issue, Json } from '@tandem/journey';
import { type GivenIdentity, readAttributes } from './record.ts';
import { type RowWords, readTable, refuse } from './table.ts';

/** Rows of users, in sentences. */
export const WORDS: RowWords = { many: 'users', example: '{"userName": "..."}' };

/** Attributes of IDM's own schema that are no text. */
const LISTS = new Set(['aliasList', 'roles', 'kbaInfo', 'pushDevices']);

/**
 * Users of a file. Nothing of it is taken when a row is wrong.
 *
 * @throws ProblemError 400 with an issue for each wrong row
 */
export function readRows(format: 'json' | 'csv', text: string, custom: readonly CustomAttribute[] = []): GivenIdentity[] {
  const types = new Map(custom.map(({ name, type }) => [name, type]));
  const rows = readTable(format, text, WORDS, (name, cell) => cellValue(cell, LISTS.has(name) ? 'array' : (types.get(name) ?? 'string')));
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
  if (issues.length > 0) refuse(issues, WORDS);
  return given;
}

function cellValue(cell: string, type: CustomAttribute['type']): Json {
  if (type === 'array') return cell.split(';').map((part) => part.trim());
  if (type === 'boolean') return cell.toLowerCase() === 'true';
  if (type === 'number' && Number.isFinite(Number(cell))) return Number(cell);
  return cell;
}
