import type { StateScope } from '@tandem/nodes';
import { decode } from './java.ts';
import { jsonValue } from './json-value.ts';
import { merged, nodeStateBinding } from './node-state.ts';
import { binding, parseJson, toText } from './primordials.ts';
import type { State } from './state.ts';

/** `nodeState` of legacy scripts: the next-generation one with JsonValues. */
export function legacyNodeStateBinding(state: State): Record<string, unknown> {
  const self: Record<string, unknown> = binding({
    ...nodeStateBinding(state),
    get: (key: unknown) => {
      const json = state.get(toText(key));
      return json === undefined ? null : jsonValue(decode(json));
    },
    getObject: (key: unknown) => {
      const value = merged(state, toText(key));
      return value === null ? null : jsonValue(value);
    },
    putShared: (key: unknown, value: unknown) => {
      state.put('shared', toText(key), value);
      return self;
    },
    putTransient: (key: unknown, value: unknown) => {
      state.put('transient', toText(key), value);
      return self;
    },
  });
  return self;
}

const SCOPES = ['shared', 'transient', 'secure'] as const;

/** `sharedState` and `transientState` of legacy scripts: Java maps over one scope, plain values. */
export function scopeBinding(state: State, scope: 'shared' | 'transient'): Record<string, unknown> {
  const parsed = (json: string | undefined) => (json === undefined ? null : decode(json));
  return binding({
    get: (key: unknown) => parsed(state.peek(scope, toText(key))),
    put: (key: unknown, value: unknown) => {
      const before = parsed(state.raw(scope, toText(key)));
      state.put(scope, toText(key), value);
      return before;
    },
    containsKey: (key: unknown) => state.peek(scope, toText(key)) !== undefined,
    remove: (key: unknown) => {
      const name = toText(key);
      // A removal takes the key from every scope, so the others get theirs back.
      const before = [state.raw(SCOPES[0], name), state.raw(SCOPES[1], name), state.raw(SCOPES[2], name)];
      state.remove(name);
      let own: string | undefined;
      for (let i = 0; i < SCOPES.length; i++) {
        const json = before[i];
        if (SCOPES[i] === scope) own = json;
        else if (json !== undefined) state.put(SCOPES[i] as StateScope, name, parseJson(json));
      }
      return parsed(own);
    },
  });
}
