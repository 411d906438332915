import type { Issue } from '@tandem/journey';
import { whereOf } from '../components/index.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
