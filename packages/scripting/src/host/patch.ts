import { isObject } from '@tandem/journey';
import type { Json, JsonObject } from '../types.ts';
import { HostFailure, notSimulated } from './failure.ts';
import { bounded, limits } from './limits.ts';
import { fieldPath } from './managed-object.ts';

type Update = (before: Json | undefined) => Json | undefined;

function changeItem(list: readonly Json[], path: readonly string[], update: Update): Json[] {
  const [head = '', ...rest] = path;
  const index = Number(head);
  if (!/^\d+$/.test(head) || index >= list.length) throw new HostFailure(`The list has no item ${JSON.stringify(head)}`, 400);
  const after = changed(list[index], rest, update);
  return list.flatMap((item, at) => (at !== index ? [item] : after === undefined ? [] : [after]));
}

function changed(before: Json | undefined, path: readonly string[], update: Update): Json | undefined {
  if (path.length === 0) return update(before);
  return Array.isArray(before) ? changeItem(before, path, update) : change(isObject(before) ? before : {}, path, update);
}

function change(target: JsonObject, path: readonly string[], update: Update): JsonObject {
  const [head = '', ...rest] = path;
  const before = Object.hasOwn(target, head) ? target[head] : undefined;
  const after = changed(before, rest, update);
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

/** The value at a JSON pointer. */
function valueAt(target: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, part) => {
    if (Array.isArray(value)) return value[Number(part)];
    return isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }, target);
}

/** What `copy` and `move` take. */
function taken(target: JsonObject, operation: JsonObject): Json {
  const found = valueAt(target, fieldPath(operation.from));
  if (found === undefined) throw new HostFailure(`The field ${JSON.stringify(operation.from)} to ${String(operation.operation)} does not exist`, 400);
  return found;
}

/** CREST patch operations, in order; `transform` runs a script of IDM's, whose engine is another one. */
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
      case 'copy':
        return change(target, path, () => taken(target, operation));
      case 'move': {
        const value = taken(target, operation);
        return change(
          change(target, fieldPath(operation.from), () => undefined),
          path,
          () => value,
        );
      }
      default:
        return notSimulated(`openidm.patch with operation ${JSON.stringify(operation.operation)}`);
    }
  }, object);
}
