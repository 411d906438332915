import { actionMembers, createOutcome, type Outcome } from './action.ts';
import { flatten } from './common.ts';
import { encode, invoke, isFunction, text } from './encode.ts';
import { minutesIn } from './java-duration.ts';
import { madeCallbacks } from './legacy-callbacks.ts';
import { isMap } from './node-state.ts';
import { append, binding, FailureError, parseJson, quote, registry, toText } from './primordials.ts';
import type { State } from './state.ts';

/** What `Action…build()` made: looked up when the script has ended and left it in the global `action`. */
export const builtActions = registry<{ outcome: Outcome; sent: string[] }>();

/** Done with the action that the script leaves, not when the script calls the builder. */
type Later = (() => void)[];

function builder(state: State, outcome: Outcome, sent: string[], later: Later = []): Record<string, unknown> {
  const identified = (name: unknown) => {
    outcome.fields.identifiedUser = quote(text(name));
    return self;
  };
  const replace = (scope: 'shared' | 'transient') => (value: unknown) => {
    const json = encode(value);
    if (!isMap(parseJson(json))) throw new FailureError('java.lang.IllegalArgumentException: the state must be a map');
    append(later, () => state.replace(scope, json));
    return self;
  };
  outcome.last = () => {
    for (let i = 0; i < later.length; i++) (later[i] as () => void)();
  };
  const self: Record<string, unknown> = binding({
    ...actionMembers(outcome, () => self),
    withIdentifiedIdentity: identified,
    withUniversalId: identified,
    replaceSharedState: replace('shared'),
    replaceTransientState: replace('transient'),
    build: () => {
      const built = binding({ toString: () => 'Action' });
      builtActions.set(built, { outcome, sent });
      return built;
    },
  });
  return self;
}

/** org.forgerock.openam.auth.node.api.Action for legacy scripts: `Action.goTo("true").build()`, `Action.send(callback, …).build()`. */
export function actionClass(state: State, resumeUri: string): Record<string, unknown> {
  return binding({
    goTo: (name: unknown) => {
      const outcome = createOutcome();
      outcome.fields.outcome = quote(text(name));
      outcome.fields.fromAction = 'true';
      return builder(state, outcome, []);
    },
    send: (...args: unknown[]) => {
      const sent: string[] = [];
      const callbacks = flatten(args);
      for (let i = 0; i < callbacks.length; i++) {
        const json = madeCallbacks.get(callbacks[i]);
        if (json === undefined) throw new FailureError('java.lang.IllegalArgumentException: Action.send takes callbacks');
        append(sent, json);
      }
      return builder(state, createOutcome(), sent);
    },
    suspend: (handler: unknown, ...rest: unknown[]) => {
      const outcome = createOutcome();
      outcome.fields.suspend = '{}';
      const minutes = rest.length > 0 ? `,"minutes":${toText(minutesIn(rest[0]))}` : '';
      return builder(state, outcome, [], [() => suspend(outcome, handler, resumeUri, minutes)]);
    },
  });
}

/** AM calls the handler (Java's SuspensionHandler, a function to Rhino) with the address that resumes, and shows the callback that it returns. */
function suspend(outcome: Outcome, handler: unknown, resumeUri: string, minutes: string): void {
  if (!isFunction(handler)) throw new FailureError('java.lang.IllegalArgumentException: Action.suspend takes a function that returns a callback');
  const callback = madeCallbacks.get(invoke(handler, [resumeUri]));
  if (callback === undefined) throw new FailureError("java.lang.ClassCastException: Action.suspend's function must return a callback");
  outcome.fields.suspend = `{"message":""${minutes},"callback":${callback}}`;
}
