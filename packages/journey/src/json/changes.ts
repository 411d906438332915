import type { Json, JsonObject } from '../model.ts';
import { deepEqual } from './equal.ts';
import { isObject } from './own.ts';

/** One value that differs: where it stands, and what it is now. Without `value` it is gone. */
export interface Change {
  path: string[];
  value?: Json;
}

/** Objects below are compared as wholes: what people keep in attributes is not so deep, and what scripts make may be. */
const MAX_DEPTH = 16;

/**
 * What changed from one object to another, as finely as objects within them allow; a list is one value. Writers who change different values each
 * keep theirs.
 */
export function changesBetween(before: JsonObject, after: JsonObject): Change[] {
  return compare(before, after, []);
}

function compare(before: JsonObject, after: JsonObject, path: string[]): Change[] {
  const changes: Change[] = [];
  for (const [key, value] of Object.entries(after)) {
    const at = [...path, key];
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isObject(old) && isObject(value) && at.length < MAX_DEPTH) changes.push(...compare(old, value, at));
    else if (!deepEqual(old, value)) changes.push({ path: at, value });
  }
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) changes.push({ path: [...path, key] });
  return changes;
}

/** The object with changes laid over it, whatever became of it since they were found. What they do not name stays. */
export function withChanges<T extends JsonObject>(object: T, changes: readonly Change[]): T {
  return changes.reduce<JsonObject>((changed, { path, value }) => changedAt(changed, path, value), object) as T;
}

function changedAt(object: JsonObject, [key = '', ...rest]: readonly string[], value: Json | undefined): JsonObject {
  const present = Object.hasOwn(object, key) ? object[key] : undefined;
  if (rest.length > 0 && value === undefined && !isObject(present)) return object;
  const next = rest.length === 0 ? value : changedAt(isObject(present) ? present : {}, rest, value);
  // Entries rather than an assignment, which would take a key "__proto__" for the prototype.
  const entries = Object.entries(object);
  if (next === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (Object.hasOwn(object, key)) return Object.fromEntries(entries.map(([name, old]) => [name, name === key ? next : old]));
  return Object.fromEntries([...entries, [key, next]]);
}
