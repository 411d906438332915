import { deepEqual } from '@tandem/journey';

type Fields = Readonly<Record<string, unknown>>;
/** A property that one side lacks: where it stands among the keys of the other, and what it holds. */
type Placed = readonly [index: number, key: string, value: unknown];

/** The difference of two JSON values, usable in both directions; it exactly keeps the order of keys. Arrays, since many are kept as text. */
export type Patch =
  | readonly ['=', before: unknown, after: unknown]
  | readonly ['[', readonly (readonly [index: number, patch: Patch])[]]
  | readonly ['{', changed: readonly (readonly [key: string, patch: Patch])[], out: readonly Placed[], into: readonly Placed[], order?: Order];
/** The keys before and after, where those that both sides have changed their order. */
type Order = readonly [before: readonly string[], after: readonly string[]];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

// As in JSON, a property without a value is none.
const has = (value: Fields, key: string) => Object.hasOwn(value, key) && value[key] !== undefined;
const keysOf = (value: Fields) => Object.keys(value).filter((key) => value[key] !== undefined);

/** What leads from one value to the other; null: nothing. Parts that both share are not looked into. */
export function diff(before: unknown, after: unknown): Patch | null {
  if (before === after) return null;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) return diffArrays(before, after);
  if (isFields(before) && isFields(after)) return diffFields(before, after);
  return ['=', before, after];
}

function diffArrays(before: readonly unknown[], after: readonly unknown[]): Patch | null {
  const changed = before.flatMap((value, index): (readonly [number, Patch])[] => {
    const patch = diff(value, after[index]);
    return patch === null ? [] : [[index, patch]];
  });
  return changed.length === 0 ? null : ['[', changed];
}

function diffFields(before: Fields, after: Fields): Patch | null {
  const [was, is] = [keysOf(before), keysOf(after)];
  const placed = (keys: readonly string[], of: Fields, other: Fields) =>
    keys.flatMap((key, index): Placed[] => (has(other, key) ? [] : [[index, key, of[key]]]));
  const [out, into] = [placed(was, before, after), placed(is, after, before)];
  const stay = was.filter((key) => has(after, key));
  const changed = stay.flatMap((key): (readonly [string, Patch])[] => {
    const patch = diff(before[key], after[key]);
    return patch === null ? [] : [[key, patch]];
  });
  const left = is.filter((key) => has(before, key));
  const moved = stay.some((key, index) => key !== left[index]);
  if (changed.length === 0 && out.length === 0 && into.length === 0 && !moved) return null;
  return moved ? ['{', changed, out, into, [was, is]] : ['{', changed, out, into];
}

/** The value is not the one that the patch was made of. */
class PatchError extends Error {
  override readonly name = 'PatchError';
}

/** @throws PatchError where the value is not what the patch starts from */
export const forward = (value: unknown, patch: Patch): unknown => applied(value, patch, true);
/** @throws PatchError where the value is not what the patch leads to */
export const backward = (value: unknown, patch: Patch): unknown => applied(value, patch, false);

function applied(value: unknown, patch: Patch, isForward: boolean): unknown {
  switch (patch[0]) {
    case '=': {
      const [from, to] = isForward ? [patch[1], patch[2]] : [patch[2], patch[1]];
      if (!deepEqual(value, from)) throw new PatchError('Another value.');
      return to;
    }
    case '[': {
      if (!Array.isArray(value)) throw new PatchError('No list.');
      const next = [...value];
      for (const [index, inner] of patch[1]) next[index] = applied(value[index], inner, isForward);
      return next;
    }
    case '{':
      return appliedFields(value, patch, isForward);
  }
}

function appliedFields(value: unknown, [, changed, out, into, order]: Extract<Patch, readonly ['{', ...unknown[]]>, isForward: boolean): Fields {
  if (!isFields(value)) throw new PatchError('No object.');
  const [gone, come] = isForward ? [out, into] : [into, out];
  const values = new Map(keysOf(value).map((key) => [key, value[key]]));
  for (const [, key, was] of gone) {
    if (!deepEqual(values.get(key), was)) throw new PatchError(`Another ${key}.`);
    values.delete(key);
  }
  for (const [key, inner] of changed) values.set(key, applied(values.get(key), inner, isForward));
  const keys = [...values.keys()];
  for (const [index, key, is] of come) {
    keys.splice(index, 0, key);
    values.set(key, is);
  }
  const wanted = order?.[isForward ? 1 : 0] ?? keys;
  return Object.fromEntries(wanted.map((key) => [key, values.get(key)]));
}
