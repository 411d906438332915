import { createOutcome, outcomeJson } from './action.ts';
import { createRandom, installDeterminism } from './deterministic.ts';
import { describe, encode } from './encode.ts';
import { createAsk } from './host-call.ts';
import { exposeLegacy } from './legacy.ts';
import { builtActions } from './legacy-action.ts';
import type { Native, Start } from './native.ts';
import { exposeNextGen } from './next-gen.ts';
import { globals, parseJson, quote, toText } from './primordials.ts';
import { createState, type State } from './state.ts';

interface Prelude {
  start(input: string): void;
  finish(): string;
  describe(error: unknown): string;
  peek(receiver: string, stateKey: string): string;
}

/** A value as Rhino's error messages show it. */
function shown(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'object' && value !== null ? '[object Object]' : toText(value);
}

/** Entry of the code that runs inside QuickJS before the user's script. The worker calls the functions with texts. */
export function boot(native: Native): Prelude {
  const outcome = createOutcome();
  const sent: string[] = [];
  let legacy = false;
  let state: State | undefined;
  return {
    /** Sets the bindings up. */
    start(input) {
      const start = parseJson(input) as Start;
      legacy = start.engine === 'legacy';
      const random = createRandom(start.bindings.seed);
      installDeterminism(start.bindings.now, createRandom(`${start.bindings.seed} Math`));
      state = createState(start.bindings, native);
      const parts = { start, native, ask: createAsk(native), state, random, outcome, sent };
      if (legacy) exposeLegacy(parts);
      else exposeNextGen(parts);
    },
    /** What the script left behind, JSON by the field names of ScriptResult. */
    finish() {
      const built = legacy ? builtActions.get(globals.action) : { outcome, sent };
      const result = built?.outcome ?? outcome;
      const value = globals.outcome;
      if (result.fields.outcome === undefined && value !== undefined) result.fields.outcome = encode(value);
      if (globals.config !== undefined) result.fields.config = encode(globals.config);
      return outcomeJson(result, built?.sent ?? sent);
    },
    /** A thrown value as `{message, stack}`. */
    describe(error) {
      const { message, stack } = describe(error);
      return `{"message":${quote(message)},"stack":${quote(stack)}}`;
    },
    /** Text of the value that `nodeState.get(stateKey)` or the global variable `receiver` has, "" when there is none, for error messages. */
    peek(receiver, stateKey) {
      if (receiver !== '') return shown(globals[receiver]);
      const json = state?.get(stateKey);
      return json === undefined ? '' : shown(parseJson(json));
    },
  };
}
