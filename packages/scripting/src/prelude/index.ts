import { createOutcome, outcomeJson } from './action.ts';
import { createRandom, installDeterminism } from './deterministic.ts';
import { describe, encode } from './encode.ts';
import { createAsk } from './host-call.ts';
import { installJsonParse } from './json-parse.ts';
import { exposeLegacy } from './legacy.ts';
import { builtActions } from './legacy-action.ts';
import type { Native, Start } from './native.ts';
import { exposeNextGen } from './next-gen.ts';
import { globals, parseJson, quote } from './primordials.ts';
import { installChecks } from './rhino-checks.ts';
import { installRhinoWorld } from './rhino-world.ts';
import { createState } from './state.ts';

interface Prelude {
  world(language: string): void;
  start(input: string): void;
  end(): void;
  finish(): string;
  describe(error: unknown): string;
}

/** Entry of the code that runs inside QuickJS before the user's script. The worker calls the functions with texts. */
export function boot(native: Native): Prelude {
  const outcome = createOutcome();
  const sent: string[] = [];
  let legacy = false;
  installJsonParse();
  installChecks(native);
  return {
    /** Takes away what the language lacks; once, before `start`. */
    world: (language) => installRhinoWorld(language === 'es6' ? 'es6' : 'aic'),
    /** Sets the bindings up. */
    start(input) {
      const start = parseJson(input) as Start;
      legacy = start.engine === 'legacy';
      const random = createRandom(start.bindings.seed);
      installDeterminism(start.bindings.now, createRandom(`${start.bindings.seed} Math`));
      const state = createState(start.bindings, native);
      const parts = { start, native, ask: createAsk(native), state, random, outcome, sent };
      if (legacy) exposeLegacy(parts);
      else exposeNextGen(parts);
    },
    /** What AM does of the action once the script is over; it may run the script's own functions, and throw what they throw. */
    end() {
      const { last } = (legacy ? builtActions.get(globals.action)?.outcome : outcome) ?? outcome;
      if (last) last();
    },
    /** What the script left behind, JSON by the field names of ScriptResult. */
    finish() {
      const built = legacy ? builtActions.get(globals.action) : { outcome, sent };
      const result = built?.outcome ?? outcome;
      const audit = globals.auditEntryDetail;
      if (audit !== undefined && audit !== null) result.fields.audit = encode(audit);
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
  };
}
