import type { Json, JsonObject } from '../types.ts';
import { HostFailure } from './failure.ts';
import { isObject, project } from './managed-object.ts';
import type { ScriptHostOptions } from './types.ts';

/** A query is answered in the driver's thread, over all users: what a script may make it look at has bounds. */
export const queryLimits = { filterLength: 10_000, sortKeys: 20 };

function compare(a: Json | undefined, b: Json | undefined): number {
  if (a === b) return 0;
  if (a === undefined || a === null) return 1;
  if (b === undefined || b === null) return -1;
  const [left, right] = typeof a === 'number' && typeof b === 'number' ? [a, b] : [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sorted(objects: JsonObject[], keys: Json | undefined): JsonObject[] {
  const names = (Array.isArray(keys) ? keys.map(String) : typeof keys === 'string' ? keys.split(',') : []).map((key) => key.trim());
  if (names.length === 0) return objects;
  if (names.length > queryLimits.sortKeys) throw new HostFailure(`A query has too many _sortKeys: at most ${queryLimits.sortKeys}`, 400);
  return objects.toSorted((a, b) => {
    for (const key of names) {
      const name = key.replace(/^[+-]?\/?/, '');
      const order = compare(a[name], b[name]);
      if (order !== 0) return key.startsWith('-') ? -order : order;
    }
    return 0;
  });
}

function count(value: Json | undefined): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}

function chosen(objects: JsonObject[], params: JsonObject, queryFilter: ScriptHostOptions['queryFilter']): JsonObject[] {
  const filter = params._queryFilter;
  if (typeof filter === 'string') {
    if (filter.length > queryLimits.filterLength)
      throw new HostFailure(`The _queryFilter is too long: ${filter.length} characters, at most ${queryLimits.filterLength}`, 400);
    let matches: (object: JsonObject) => boolean;
    try {
      matches = queryFilter(filter);
    } catch (error) {
      throw new HostFailure(`Invalid query filter ${JSON.stringify(filter)}: ${error instanceof Error ? error.message : String(error)}`, 400);
    }
    return objects.filter(matches);
  }
  if (params._queryId === 'query-all') return objects;
  if (params._queryId === 'query-all-ids') return objects.map((object) => project(object, ['_id']));
  throw new HostFailure('A query needs _queryFilter', 400);
}

/** CREST's query answer. `_queryFilter`, `_queryId` query-all and query-all-ids, `_sortKeys`, `_pagedResultsOffset`, `_pageSize`, `_fields`. */
export function query(
  objects: JsonObject[],
  given: Json | undefined,
  fields: Json | undefined,
  queryFilter: ScriptHostOptions['queryFilter'],
): JsonObject {
  const params = isObject(given) ? given : {};
  const found = sorted(chosen(objects, params, queryFilter), params._sortKeys);
  const offset = count(params._pagedResultsOffset) ?? 0;
  const size = count(params._pageSize);
  const page = found.slice(offset, size ? offset + size : undefined);
  return {
    result: page.map((object) => project(object, fields ?? (typeof params._fields === 'string' ? params._fields.split(',') : params._fields))),
    resultCount: page.length,
    pagedResultsCookie: null,
    totalPagedResultsPolicy: 'NONE',
    totalPagedResults: -1,
    remainingPagedResults: -1,
  };
}
