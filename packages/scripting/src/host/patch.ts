import { isObject } from '@tandem/journey';
import type { Json, JsonObject } from '../types.ts';
import { HostFailure, notSimulated } from './failure.ts';
import { bounded, limits } from './limits.ts';
import { fieldPath } from './managed-object.ts';

function change(target: JsonObject, path: readonly string[], update: (before: Json | undefined) => Json | undefined): JsonObject {
  const [head = '', ...rest] = path;
  const before = Object.hasOwn(target, head) ? target[head] : undefined;
  const after = rest.length === 0 ? update(before) : change(isObject(before) ? before : {}, rest, update);
  const others = Object.entries(target).filter(([name]) => name !== head);
  return Object.fromEntries(after === undefined ? others : [...others, [head, after]]);
}

function add(before: Json | undefined, value: Json): Json {
  return Array.isArray(before) ? [...before, ...(Array.isArray(value) ? value : [value])] : value;
}

function arrayEnd(path: string[]): string[] {
  return path.at(-1) === '-' ? path.slice(0, -1) : path;
}

function remove(before: Json | undefined, value: Json | undefined): Json | undefined {
  if (value === undefined || value === null) return undefined;
  const text = JSON.stringify(value);
  if (Array.isArray(before)) return before.filter((item) => JSON.stringify(item) !== text);
  return JSON.stringify(before) === text ? undefined : before;
}

/** CREST patch operations add, remove, replace and increment, in order. */
export function applyPatch(object: JsonObject, operations: Json | undefined): JsonObject {
  if (!Array.isArray(operations)) throw new HostFailure('The patch must be a list of operations', 400);
  bounded(operations.length, limits.operations, 'Too many operations in a patch');
  return operations.reduce<JsonObject>((target, operation) => {
    if (!isObject(operation)) throw new HostFailure('A patch operation must be an object with operation, field and value', 400);
    const path = fieldPath(operation.field);
    const value = operation.value;
    switch (operation.operation) {
      case 'add':
        return change(target, arrayEnd(path), (before) =>
          path.at(-1) === '-' && before === undefined ? [value ?? null] : add(before, value ?? null),
        );
      case 'replace':
        return change(target, path, () => value ?? null);
      case 'remove':
        return change(target, path, (before) => remove(before, value));
      case 'increment':
        return change(target, path, (before) => {
          if (typeof before !== 'number' || typeof value !== 'number')
            throw new HostFailure(`The field ${String(operation.field)} is not a number`, 400);
          return before + value;
        });
      default:
        return notSimulated(`openidm.patch with operation ${JSON.stringify(operation.operation)}`);
    }
  }, object);
}
