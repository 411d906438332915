import type { ImportItemView, MissingView } from '@tandem/api';
import type { Issue } from '@tandem/journey';
import { whereOf } from '../components/index.ts';
import { kindName } from './kinds.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** " · emailTemplate/welcome": the id of what has a name too, which is said first. An id that only machines read says nothing. */
export function idBeside({ id, name }: Pick<ImportItemView, 'id' | 'name'>): string {
  return name === undefined || name === id || UUID.test(id) ? '' : ` · ${id}`;
}

/** Things by their names; where several are called the same, their ids tell them apart. */
export function namesOf(items: readonly Pick<ImportItemView, 'id' | 'name'>[]): string {
  const called = items.map(({ id, name }) => name ?? id);
  return items
    .map(({ id }, at) => (called.indexOf(called[at] ?? '') === called.lastIndexOf(called[at] ?? '') ? called[at] : `${called[at]} (${id})`))
    .join(', ');
}

/** "Script of Decide in Login" and " · <id>": what is missing has no name but where it is named, where its id is none. */
export function missingWords({ kind, id, uses: [first] }: MissingView): { what: string; id: string } {
  if (!UUID.test(id) || first === undefined) return { what: `${kindName(kind)} ${id}`, id: '' };
  return { what: `${kindName(kind)} of ${first.name ?? 'a node'} in ${first.journey}`, id: ` · ${id}` };
}

/** Where a warning belongs. A node's id says nothing to a person, and the message names the node. */
export function warningPlace({ file: _, node, ...issue }: Issue): string {
  return whereOf(node === undefined || UUID.test(node) ? issue : { ...issue, node });
}

/** "Expected: an existing journey." */
export function expectedSentence(expected: string): string {
  return `Expected: ${expected}${/[.!?]$/.test(expected) ? '' : '.'}`;
}

/** A refusal whose only reason is the message itself says it once; what the file's name already says is left out of every place. */
export function saidOnce(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const seen = new Set<string>();
  const errors = (error.errors as Issue[]).flatMap((issue) => {
    const { file: named, ...rest } = issue;
    const place = named === undefined || named === file ? rest : issue;
    const key = `${whereOf(place)} ${issue.message}`;
    const repeats = seen.has(key) || (error.message.includes(issue.message) && issue.expected === undefined && whereOf(place) === '');
    seen.add(key);
    return repeats ? [] : [place];
  });
  const [only] = errors;
  const message = only && 'title' in error && error.message.includes(only.message) ? String(error.title) : error.message;
  return Object.assign(new Error(message), { errors });
}
