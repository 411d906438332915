/**
 * Built-ins as they are before the user's script runs. The script shares the intrinsics with the prelude and may replace any method
 * of JSON, Array.prototype and so on, so the prelude calls only what it captured here: no method calls on arrays and strings,
 * no for-of, no array spread or destructuring, and property descriptors without a prototype.
 */
const { apply } = Reflect;

function uncurry<T, A extends unknown[], R>(method: (this: T, ...args: A) => R): (self: T, ...args: A) => R {
  return (self, ...args) => apply(method as never, self, args) as R;
}

export const globals = globalThis as unknown as Record<string, unknown>;
export const call = apply as (fn: unknown, self: unknown, args: readonly unknown[]) => unknown;
export const { keys: keysOf, freeze, create, setPrototypeOf, getPrototypeOf } = Object;
export const { isArray } = Array;
export const hasOwn = uncurry(Object.prototype.hasOwnProperty) as (object: object, key: string) => boolean;
export const parseJson = JSON.parse as (text: string) => unknown;
export const quote = JSON.stringify as (text: string) => string;
export const toText = String;
export const toNumber = Number;
export const { isFinite: isFiniteNumber, isInteger } = Number;
export const { floor, imul } = Math;
export const fromCharCode = String.fromCharCode;
export const codeAt = uncurry(String.prototype.charCodeAt);
export const lower = uncurry(String.prototype.toLowerCase);
export const sliceText = uncurry(String.prototype.slice);
export const indexOfText = uncurry(String.prototype.indexOf);
export const FailureError = Error;
export const DateOf = Date;
export const symbolIterator = Symbol.iterator;
export const arrayPrototype = Array.prototype;
export const arrayIterator = Array.prototype[Symbol.iterator];
export const isoTime = uncurry(Date.prototype.toISOString);
export const timeOf = uncurry(Date.prototype.getTime);
/** `[object Object]` and the like: what a value is, told without an exception. */
export const tagOf = uncurry(Object.prototype.toString);
export const primitiveOf = {
  string: uncurry(String.prototype.valueOf),
  number: uncurry(Number.prototype.valueOf),
  boolean: uncurry(Boolean.prototype.valueOf),
};
const WeakMapOf = WeakMap;
const WeakMapPrototype = WeakMap.prototype;
const weakGet = uncurry(WeakMapPrototype.get);
const weakSet = uncurry(WeakMapPrototype.set);

/** A WeakMap whose methods the script cannot replace. */
export function registry<V>(): { get(key: unknown): V | undefined; set(key: object, value: V): void } {
  const map = new WeakMapOf<WeakKey, unknown>();
  return {
    get: (key) => ((typeof key === 'object' && key !== null) || typeof key === 'function' ? (weakGet(map, key) as V | undefined) : undefined),
    set: (key, value) => void weakSet(map, key, value),
  };
}

const objectDefine = Object.defineProperty;
/** Own data property that no setter on a prototype can catch. */
export function define(target: object, key: PropertyKey, value: unknown, enumerable: boolean): void {
  objectDefine(target, key, { __proto__: null, value, enumerable, writable: true, configurable: true } as PropertyDescriptor);
}
export function append<T>(list: T[], item: T): void {
  define(list, list.length, item, true);
}

/** Dictionary without a prototype: every key, `__proto__` too, is an ordinary one. */
export function dictionary<V>(): Record<string, V> {
  return create(null) as Record<string, V>;
}

export function joinText(list: readonly string[], separator: string): string {
  let text = '';
  for (let i = 0; i < list.length; i++) text += (i === 0 ? '' : separator) + (list[i] as string);
  return text;
}

type Method = (...args: never[]) => unknown;
/** A frozen object of methods, as AM's Java wrappers cannot be changed by a script either. */
export function binding<M extends Record<string, unknown>>(members: M): M {
  return freeze(members);
}
/** Adds methods that for…in and JSON.stringify do not see. */
export function hide(target: object, methods: Record<string, Method>): void {
  const names = keysOf(methods);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    define(target, name, methods[name], false);
  }
}
/** Sets a variable of the script's global scope; the script may overwrite it, as in Rhino's scope. */
export function expose(name: string, value: unknown): void {
  define(globals, name, value, false);
}
