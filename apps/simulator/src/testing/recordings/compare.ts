import { deepEqual, isObject, type Json, type JsonObject } from '@tandem/journey';

/** Ids of people, dates and hashes: no two servers have them alike. */
const ASIDE = ['_rev', 'createdBy', 'creationDate', 'lastModifiedBy', 'lastModifiedDate'];

/** Where two answers differ: "/nodes/0/name: "a" instead of "b"". Lists of a query have no order. */
export function differences(recorded: Json | undefined, given: Json | undefined, path = ''): string[] {
  if (isObject(recorded) && isObject(given)) {
    const [left, right] = [recorded as JsonObject, given as JsonObject];
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => !ASIDE.includes(name));
    return names.flatMap((name) => differences(left[name], right[name], `${path}/${name}`));
  }
  if (Array.isArray(recorded) && Array.isArray(given) && recorded.length === given.length) {
    const sorted = (list: Json[]): Json[] => (path === '/result' ? [...list].sort(byId) : list);
    const [left, right] = [sorted(recorded), sorted(given)];
    return left.flatMap((value, index) => differences(value, right[index], `${path}/${index}`));
  }
  return deepEqual(recorded, given) ? [] : [`${path}: ${short(given)} instead of ${short(recorded)}`];
}

const byId = (a: Json, b: Json): number => (idOf(a) < idOf(b) ? -1 : 1);
const idOf = (value: Json): string => (isObject(value) ? String(value._id) : '');
const short = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120));
