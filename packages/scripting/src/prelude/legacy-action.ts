import { actionMembers, createOutcome, type Outcome } from './action.ts';
import { flatten } from './common.ts';
import { text } from './encode.ts';
import { madeCallbacks } from './legacy-callbacks.ts';
import { append, binding, FailureError, quote, registry } from './primordials.ts';
import { notSimulated } from './unsupported.ts';

/** What `Action…build()` made: looked up when the script has ended and left it in the global `action`. */
export const builtActions = registry<{ outcome: Outcome; sent: string[] }>();

function builder(outcome: Outcome, sent: string[]): Record<string, unknown> {
  const identified = (name: unknown) => {
    outcome.fields.identifiedUser = quote(text(name));
    return self;
  };
  const self: Record<string, unknown> = binding({
    ...actionMembers(outcome, () => self),
    withIdentifiedIdentity: identified,
    withUniversalId: identified,
    replaceSharedState: () => notSimulated('Action.replaceSharedState'),
    replaceTransientState: () => notSimulated('Action.replaceTransientState'),
    build: () => {
      const built = binding({ toString: () => 'Action' });
      builtActions.set(built, { outcome, sent });
      return built;
    },
  });
  return self;
}

/** org.forgerock.openam.auth.node.api.Action for legacy scripts: `Action.goTo("true").build()`, `Action.send(callback, …).build()`. */
export const actionClass = binding({
  goTo: (name: unknown) => {
    const outcome = createOutcome();
    outcome.fields.outcome = quote(text(name));
    outcome.fields.fromAction = 'true';
    return builder(outcome, []);
  },
  send: (...args: unknown[]) => {
    const sent: string[] = [];
    const callbacks = flatten(args);
    for (let i = 0; i < callbacks.length; i++) {
      const json = madeCallbacks.get(callbacks[i]);
      if (json === undefined) throw new FailureError('java.lang.IllegalArgumentException: Action.send takes callbacks');
      append(sent, json);
    }
    return builder(createOutcome(), sent);
  },
  suspend: () => notSimulated('Action.suspend'),
});
