import { isObject, type JsonObject, matchesFilter, own, parseQueryFilter, QueryFilterError } from '@tandem/journey';
import { AmFailure } from '../failure.ts';

/** How a resource counts what a query found (recorded: SAML entities exactly, all others not at all). */
export type Totals = 'NONE' | 'EXACT';

/**
 * Answers a query in CREST's form: `_queryFilter`, `_pageSize` (none, 0 and -1: all), `_pagedResultsOffset`, `_pagedResultsCookie`, `_fields`.
 * @throws AmFailure 400 for a query without a filter and for a filter that is none
 */
export function queryAnswer(items: readonly JsonObject[], query: Readonly<Record<string, unknown>>, totals: Totals): JsonObject {
  const found = items.filter(fitting(query));
  const size = numberIn(query._pageSize) ?? 0;
  const from = numberIn(query._pagedResultsCookie) ?? numberIn(query._pagedResultsOffset) ?? 0;
  const page = size > 0 ? found.slice(from, from + size) : found.slice(from);
  const next = from + page.length;
  return {
    result: page.map((item) => withFields(item, query._fields)),
    resultCount: page.length,
    pagedResultsCookie: size > 0 && next < found.length ? String(next) : null,
    totalPagedResultsPolicy: totals,
    totalPagedResults: totals === 'EXACT' ? found.length : -1,
    remainingPagedResults: -1,
  };
}

function fitting({ _queryFilter: text, _queryId: id }: Readonly<Record<string, unknown>>): (item: JsonObject) => boolean {
  // The one predefined query of these resources.
  if (id === '*') return () => true;
  if (typeof text !== 'string') throw new AmFailure(400, 'A query needs a _queryFilter.');
  try {
    const filter = parseQueryFilter(text);
    return (item) => matchesFilter(filter, item);
  } catch (error) {
    if (error instanceof QueryFilterError) throw new AmFailure(400, error.message);
    throw error;
  }
}

/** `_fields=name,_type/_id`: these alone, with the id and the revision. */
export function withFields(item: JsonObject, fields: unknown): JsonObject {
  if (typeof fields !== 'string' || fields === '' || fields.split(',').includes('*')) return item;
  const chosen: JsonObject = {};
  for (const path of ['_id', '_rev', ...fields.split(',')]) copy(item, chosen, path.split('/').filter(Boolean));
  return chosen;
}

function copy(from: JsonObject, to: JsonObject, [key, ...rest]: readonly string[]): void {
  const value = key === undefined || key === '__proto__' ? undefined : own(from, key);
  if (key === undefined || value === undefined) return;
  if (rest.length === 0 || !isObject(value)) {
    to[key] = value;
    return;
  }
  const inner = isObject(to[key]) ? (to[key] as JsonObject) : {};
  to[key] = inner;
  copy(value as JsonObject, inner, rest);
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
