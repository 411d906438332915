import { collection, decode } from './java.ts';
import { binding, define, FailureError, freeze, hasOwn, isArray, keysOf, parseJson, toText } from './primordials.ts';
import type { State } from './state.ts';

type Entries = Record<string, unknown>;

/** Keys under which a merge may carry an object of its own. */
const CONTAINERS = ['objectAttributes'];

export function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !isArray(value);
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const keys = keysOf(value);
  for (let i = 0; i < keys.length; i++) deepFreeze((value as Entries)[keys[i] as string]);
  return freeze(value);
}

/** Value of a key with the maps of all scopes put together, transient over secure over shared; immutable. */
export function merged(state: State, key: string): unknown {
  const top = state.get(key);
  if (top === undefined) return null;
  const value = decode(top);
  if (!isMap(value)) return value;
  const scopes = ['secure', 'shared'] as const;
  for (let i = 0; i < scopes.length; i++) {
    const below = state.peek(scopes[i] as 'secure' | 'shared', key);
    const map = below === undefined ? undefined : decode(below);
    if (!isMap(map)) continue;
    const names = keysOf(map);
    for (let j = 0; j < names.length; j++) {
      const name = names[j] as string;
      if (!hasOwn(value, name)) define(value, name, map[name], true);
    }
  }
  return deepFreeze(value);
}

function merge(state: State, scope: 'shared' | 'transient', object: unknown): void {
  if (!isMap(object)) throw new FailureError('java.lang.IllegalArgumentException: an object is expected');
  const names = keysOf(object);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (isMap(object[name]) && !isContainer(name)) {
      throw new FailureError(`java.lang.IllegalArgumentException: nested object '${name}' is not a registered state container`);
    }
  }
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const value = object[name];
    const before = isContainer(name) ? state.peek(scope, name) : undefined;
    state.put(scope, name, isMap(value) && before !== undefined ? mergeInto(parseJson(before), value) : value);
  }
}

function isContainer(name: string): boolean {
  for (let i = 0; i < CONTAINERS.length; i++) if (CONTAINERS[i] === name) return true;
  return false;
}

function mergeInto(target: unknown, source: Entries): unknown {
  if (!isMap(target)) return source;
  const names = keysOf(source);
  for (let i = 0; i < names.length; i++) define(target, names[i] as string, source[names[i] as string], true);
  return target;
}

/** `nodeState` of next-generation scripts: values are plain JavaScript with Java's methods. */
export function nodeStateBinding(state: State): Entries {
  const self: Entries = binding({
    get: (key: unknown) => {
      const json = state.get(toText(key));
      return json === undefined ? null : decode(json);
    },
    getObject: (key: unknown) => merged(state, toText(key)),
    isDefined: (key: unknown) => state.get(toText(key)) !== undefined,
    keys: () => collection(state.keys()),
    putShared: (key: unknown, value: unknown) => {
      state.put('shared', toText(key), value);
      return self;
    },
    putTransient: (key: unknown, value: unknown) => {
      state.put('transient', toText(key), value);
      return self;
    },
    mergeShared: (object: unknown) => {
      merge(state, 'shared', object);
      return self;
    },
    mergeTransient: (object: unknown) => {
      merge(state, 'transient', object);
      return self;
    },
    remove: (key: unknown) => state.remove(toText(key)),
  });
  return self;
}
