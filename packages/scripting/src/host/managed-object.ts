import { isObject } from '@tandem/journey';
import type { Identity, Json, JsonObject } from '../types.ts';
import { HostFailure } from './failure.ts';
import { bounded, limits } from './limits.ts';

/** Fields of an identity that IDM's managed object does not have, or never shows. */
const HIDDEN = new Set(['kind', 'passwordHash', 'password']);

/** The managed object that scripts see of an identity. */
export function managedObject(identity: Identity): JsonObject {
  return Object.fromEntries(Object.entries(identity).filter(([name]) => !HIDDEN.has(name))) as JsonObject;
}

function pointer(field: string): string[] {
  const parts = field.replace(/^\//, '').split('/');
  bounded(parts.length, limits.depth, 'Too many parts in a JSON pointer');
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function pick(object: JsonObject, path: readonly string[]): JsonObject | undefined {
  const [head = '', ...rest] = path;
  if (!Object.hasOwn(object, head)) return undefined;
  const value = object[head] as Json;
  if (rest.length === 0) return { [head]: value };
  if (!isObject(value)) return undefined;
  const inner = pick(value, rest);
  return inner === undefined ? undefined : { [head]: inner };
}

function mergeDeep(target: JsonObject, source: JsonObject): JsonObject {
  return Object.fromEntries(
    [...new Set([...Object.keys(target), ...Object.keys(source)])].map((key) => {
      const [a, b] = [Object.hasOwn(target, key) ? target[key] : undefined, Object.hasOwn(source, key) ? source[key] : undefined];
      return [key, isObject(a) && isObject(b) ? mergeDeep(a, b) : ((b ?? a) as Json)];
    }),
  );
}

/** CREST's `_fields`: names or JSON pointers, `*` for all; `_id` and `_rev` come always. No list: everything. Read once for all objects of a query. */
export function projector(fields: Json | undefined): (object: JsonObject) => JsonObject {
  if (!Array.isArray(fields) || fields.length === 0 || fields.includes('*')) return (object) => object;
  bounded(fields.length, limits.fields, 'Too many fields are asked for');
  const paths = ['_id', '_rev', ...fields].map((field) => pointer(String(field)));
  return (object) =>
    paths.reduce<JsonObject>((result, path) => {
      const picked = pick(object, path);
      return picked === undefined ? result : mergeDeep(result, picked);
    }, {});
}

export function project(object: JsonObject, fields: Json | undefined): JsonObject {
  return projector(fields)(object);
}

/** The parts of a JSON pointer such as `/preferences/marketing`. */
export function fieldPath(field: Json | undefined): string[] {
  if (typeof field !== 'string' || field === '' || field === '/')
    throw new HostFailure(`The patch field must be a JSON pointer such as "/mail", not ${JSON.stringify(field)}`, 400);
  return pointer(field);
}
