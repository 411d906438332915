import type { Issue, Json } from '../model.ts';
import { ImportRefused } from '../refused.ts';

/**
 * Whether a key is one that a careless deep copy, anywhere downstream, would follow into `Object.prototype`: `__proto__` whatever it holds;
 * `constructor` and `prototype` when they hold an object or a list. As a plain value (`"constructor": "ACME Ltd"`) the two are ordinary
 * property names and stay.
 */
export function isPollutingKey(key: string, value: unknown): boolean {
  if (key === '__proto__') return true;
  return (key === 'constructor' || key === 'prototype') && typeof value === 'object' && value !== null;
}

export function pollutingKeyIssue(key: string, path: readonly string[], place: { file?: string | undefined; line?: number }): Issue {
  const where = place.line === undefined ? '' : ` (line ${place.line})`;
  return {
    ...(place.file === undefined ? {} : { file: place.file }),
    field: [...path, key].join('.'),
    message: `The key "${key}"${where} could change the prototype of objects and is refused.`,
    expected: 'another name',
  };
}

/** Enough to see the pattern; a file with thousands of them is answered quickly. */
export const MAX_ISSUES = 100;

/** How deep lists and objects may be nested; real exports stay below 20. Guards every recursive reader behind the parser. */
export const MAX_DEPTH = 200;

/**
 * Checks a value that was parsed elsewhere (an HTTP body) as `parseJsonStrict` checks a text, except for duplicate keys, which are gone by then.
 * @returns the same value, typed
 * @throws ImportRefused `polluting-key` with every such key; `not-json` for values that JSON cannot hold and for too deep nesting
 */
export function checkJson(value: unknown, file?: string): Json {
  const issues: Issue[] = [];
  const refuse = (path: readonly string[], message: string): never => {
    throw new ImportRefused('not-json', [{ ...(file === undefined ? {} : { file }), field: path.join('.'), message }]);
  };
  const path: string[] = [];
  const visit = (item: unknown): void => {
    if (path.length > MAX_DEPTH) refuse(path, `Nested deeper than ${MAX_DEPTH} levels.`);
    if (typeof item === 'object' && item !== null) {
      for (const [key, entry] of Object.entries(item)) {
        if (isPollutingKey(key, entry) && issues.length < MAX_ISSUES) issues.push(pollutingKeyIssue(key, path, { file }));
        path.push(key);
        visit(entry);
        path.pop();
      }
    } else if (item !== null && typeof item !== 'string' && typeof item !== 'boolean' && !(typeof item === 'number' && Number.isFinite(item))) {
      refuse(path, `JSON has no ${typeof item} such as ${String(item)}.`);
    }
  };
  visit(value);
  if (issues.length > 0) throw new ImportRefused('polluting-key', issues);
  return value as Json;
}
