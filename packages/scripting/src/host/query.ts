import { isObject } from '@tandem/journey';
import type { Json, JsonObject } from '../types.ts';
import { HostFailure } from './failure.ts';
import { bounded, limits } from './limits.ts';
import { projector } from './managed-object.ts';
import type { ScriptHostOptions } from './types.ts';

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
  bounded(names.length, limits.sortKeys, 'Too many _sortKeys');
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
    const most = Math.min(limits.filter, Math.floor(limits.filterWork / Math.max(1, objects.length)));
    bounded(filter.length, most, `Too many characters in the _queryFilter for ${objects.length} users`);
    let matches: (object: JsonObject) => boolean;
    try {
      matches = queryFilter(filter);
    } catch (error) {
      throw new HostFailure(`Invalid query filter ${JSON.stringify(filter)}: ${error instanceof Error ? error.message : String(error)}`, 400);
    }
    return objects.filter(matches);
  }
  if (params._queryId === 'query-all') return objects;
  if (params._queryId === 'query-all-ids') return objects.map(projector(['_id']));
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
    result: page.map(projector(fields ?? (typeof params._fields === 'string' ? params._fields.split(',') : params._fields))),
    resultCount: page.length,
    pagedResultsCookie: null,
    totalPagedResultsPolicy: 'NONE',
    totalPagedResults: -1,
    remainingPagedResults: -1,
  };
}
