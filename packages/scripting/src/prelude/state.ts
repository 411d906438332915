import type { ScriptBindings, StateScope } from '@tandem/nodes';
import { encode } from './encode.ts';
import type { Native } from './native.ts';
import { append, dictionary, keysOf, parseJson, quote } from './primordials.ts';

/** Order in which AM looks for a key. */
const LOOKUP = ['transient', 'secure', 'shared'] as const;

/** Node state of one run: JSON text per scope and key, so that no value is shared with the script. Reads and writes are recorded. */
export interface State {
  /** JSON text, transient first; undefined when the key is nowhere. */
  get(key: string): string | undefined;
  /** JSON text of one scope, not recorded as a read. */
  raw(scope: StateScope, key: string): string | undefined;
  /** JSON text of one scope. */
  peek(scope: StateScope, key: string): string | undefined;
  put(scope: StateScope, key: string, value: unknown): void;
  /** The whole of one scope; JSON text of an object. */
  replace(scope: 'shared' | 'transient', json: string): void;
  /** From every scope. */
  remove(key: string): void;
  keys(): string[];
}

export function createState(bindings: ScriptBindings, native: Native): State {
  const scopes = { shared: load(bindings.shared), transient: load(bindings.transient), secure: load(bindings.secure) };
  const own = dictionary<boolean>();

  function peek(scope: StateScope, key: string): string | undefined {
    // A value that the script put here itself is no dependency on other nodes.
    if (!own[`${scope} ${key}`]) native.record(`r${quote(key)}`);
    return scopes[scope][key];
  }
  return {
    peek,
    raw: (scope, key) => scopes[scope][key],
    get(key) {
      for (let i = 0; i < LOOKUP.length; i++) {
        const scope = LOOKUP[i] as StateScope;
        if (scopes[scope][key] !== undefined) return peek(scope, key);
      }
      native.record(`r${quote(key)}`);
      return undefined;
    },
    put(scope, key, value) {
      const json = encode(value);
      scopes[scope][key] = json;
      own[`${scope} ${key}`] = true;
      native.record(`w{"op":"put","scope":${quote(scope)},"key":${quote(key)},"value":${json}}`);
    },
    replace(scope, json) {
      scopes[scope] = load(parseJson(json) as Record<string, unknown>);
      native.record(`w{"op":"replace","scope":${quote(scope)},"value":${json}}`);
    },
    remove(key) {
      for (let i = 0; i < LOOKUP.length; i++) delete scopes[LOOKUP[i] as StateScope][key];
      native.record(`w{"op":"remove","key":${quote(key)}}`);
    },
    keys() {
      native.record('r"*"');
      const seen = dictionary<boolean>();
      const all: string[] = [];
      for (let i = LOOKUP.length - 1; i >= 0; i--) {
        const names = keysOf(scopes[LOOKUP[i] as StateScope]);
        for (let j = 0; j < names.length; j++) {
          const name = names[j] as string;
          if (!seen[name]) append(all, name);
          seen[name] = true;
        }
      }
      return all;
    },
  };
}

function load(values: Record<string, unknown>): Record<string, string> {
  const texts = dictionary<string>();
  const names = keysOf(values);
  for (let i = 0; i < names.length; i++) texts[names[i] as string] = encode(values[names[i] as string]);
  return texts;
}
