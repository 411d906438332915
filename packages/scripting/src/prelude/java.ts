import { encode, text } from './encode.ts';
import {
  append,
  arrayIterator,
  arrayPrototype,
  create,
  define,
  dictionary,
  FailureError,
  hasOwn,
  hide,
  isArray,
  joinText,
  keysOf,
  lower,
  parseJson,
  setPrototypeOf,
  symbolIterator,
  toNumber,
  toText,
} from './primordials.ts';

/**
 * Values from AM are Java collections and JavaScript at once: real arrays and objects whose prototype adds the Java methods.
 * `list` keeps Array's methods (next-generation state values are JavaScript values); `collection` does not have them: what Java hands
 * out (`getAttributeValues`, callback getters, header values) has no `includes` or `map` in Rhino either.
 */
type Items = unknown[];
type Entries = Record<string, unknown>;

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && encode(a) === encode(b));
}

function position(items: Items, item: unknown): number {
  for (let i = 0; i < items.length; i++) if (same(items[i], item)) return i;
  return -1;
}

function iterator(items: Items): { hasNext(): boolean; next(): unknown } {
  let at = 0;
  return {
    hasNext: () => at < items.length,
    next: () => {
      if (at >= items.length) throw new FailureError('java.util.NoSuchElementException');
      return items[at++];
    },
  };
}

function copyItems(items: ArrayLike<unknown>): Items {
  const copy: Items = [];
  for (let i = 0; i < items.length; i++) append(copy, items[i]);
  return copy;
}

/** AM's class filter (facts 6.4). */
function noReflection(): never {
  throw new FailureError('Access to Java class "java.lang.Class" is prohibited.');
}

const listMethods = {
  get(this: Items, index: unknown): unknown {
    const at = toNumber(index);
    if (!(at >= 0 && at < this.length))
      throw new FailureError(`java.lang.IndexOutOfBoundsException: Index ${toText(index)} out of bounds for length ${this.length}`);
    return this[at];
  },
  size(this: Items): number {
    return this.length;
  },
  isEmpty(this: Items): boolean {
    return this.length === 0;
  },
  contains(this: Items, item: unknown): boolean {
    return position(this, item) >= 0;
  },
  add(this: Items, item: unknown): boolean {
    append(this, item);
    return true;
  },
  addAll(this: Items, items: ArrayLike<unknown>): boolean {
    for (let i = 0; i < items.length; i++) append(this, items[i]);
    return true;
  },
  iterator(this: Items) {
    return iterator(this);
  },
  toArray(this: Items): Items {
    return collection(copyItems(this));
  },
  getClass: noReflection,
};

const listPrototype = create(arrayPrototype) as object;
hide(listPrototype, listMethods);

const collectionPrototype = create(Object.prototype) as object;
hide(collectionPrototype, {
  ...listMethods,
  indexOf(this: Items, item: unknown): number {
    return position(this, item);
  },
  forEach(this: Items, visit: (item: unknown) => void): void {
    for (let i = 0; i < this.length; i++) visit(this[i]);
  },
  toString(this: Items): string {
    const texts: string[] = [];
    for (let i = 0; i < this.length; i++) append(texts, text(this[i]));
    return `[${joinText(texts, ', ')}]`;
  },
});
define(collectionPrototype, symbolIterator, arrayIterator, false);

const mapMethods = {
  get(this: Entries, key: unknown): unknown {
    return hasOwn(this, toText(key)) ? this[toText(key)] : null;
  },
  put(this: Entries, key: unknown, value: unknown): unknown {
    const name = toText(key);
    const before = hasOwn(this, name) ? this[name] : null;
    define(this, name, value, true);
    return before;
  },
  containsKey(this: Entries, key: unknown): boolean {
    return hasOwn(this, toText(key));
  },
  remove(this: Entries, key: unknown): unknown {
    const name = toText(key);
    const before = hasOwn(this, name) ? this[name] : null;
    delete this[name];
    return before;
  },
  keySet(this: Entries): Items {
    return collection(keysOf(this));
  },
  values(this: Entries): Items {
    const items: Items = [];
    const keys = keysOf(this);
    for (let i = 0; i < keys.length; i++) append(items, this[keys[i] as string]);
    return collection(items);
  },
  entrySet(this: Entries): Items {
    const items: Items = [];
    const keys = keysOf(this);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string;
      const value = this[key];
      append(items, { getKey: () => key, getValue: () => value });
    }
    return collection(items);
  },
  size(this: Entries): number {
    return keysOf(this).length;
  },
  isEmpty(this: Entries): boolean {
    return keysOf(this).length === 0;
  },
  getClass: noReflection,
};
const mapPrototype = create(Object.prototype) as object;
hide(mapPrototype, mapMethods);

/** Request headers and parameters: names ignore case, and Rhino is not allowed to see `keySet`. */
const requestMapPrototype = create(mapPrototype) as object;
function named(map: Entries, name: unknown): string | undefined {
  const wanted = lower(toText(name));
  const keys = keysOf(map);
  for (let i = 0; i < keys.length; i++) if (lower(keys[i] as string) === wanted) return keys[i];
  return undefined;
}
hide(requestMapPrototype, {
  get(this: Entries, name: unknown): unknown {
    const key = named(this, name);
    return key === undefined ? null : this[key];
  },
  containsKey(this: Entries, name: unknown): boolean {
    return named(this, name) !== undefined;
  },
  keySet(): never {
    throw new FailureError('Access to Java class "java.util.Collections$UnmodifiableSet" is prohibited.');
  },
});

/** A Java collection over this very array. */
export function collection(items: Items): Items {
  return setPrototypeOf(items, collectionPrototype) as Items;
}

/** Gives every array and object of freshly parsed JSON its Java methods. */
export function java<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) {
    for (let i = 0; i < value.length; i++) java(value[i]);
    return setPrototypeOf(value, listPrototype) as T;
  }
  const keys = keysOf(value);
  for (let i = 0; i < keys.length; i++) java((value as Entries)[keys[i] as string]);
  return setPrototypeOf(value, mapPrototype) as T;
}
/** A new value with Java methods from JSON text. */
export function decode(json: string): unknown {
  return java(parseJson(json));
}

/** Lists by name, names without case: request headers. */
export function requestMap(values: Record<string, string[]>): Entries {
  const map = java(dictionary<unknown>());
  const keys = keysOf(values);
  for (let i = 0; i < keys.length; i++) define(map, keys[i] as string, collection(values[keys[i] as string] as Items), true);
  return setPrototypeOf(map, requestMapPrototype) as Entries;
}
