import { invoke, isFunction, text } from './encode.ts';
import { messageFormat } from './message-format.ts';
import { binding, define, dictionary, FailureError, floor, keysOf, quote, toNumber, toText } from './primordials.ts';

/** What a script asked for through `action`; JSON text by the field names of ScriptResult. */
export interface Outcome {
  fields: Record<string, string>;
  sessionProperties: Record<string, string>;
  /** What happens at the very end, when the script itself is over. */
  last?: () => void;
}

export function createOutcome(): Outcome {
  return { fields: dictionary(), sessionProperties: dictionary() };
}

export function outcomeJson(outcome: Outcome, sent: readonly string[]): string {
  let json = '{"callbacks":[';
  for (let i = 0; i < sent.length; i++) json += (i === 0 ? '' : ',') + (sent[i] as string);
  json += '],"sessionProperties":{';
  const names = keysOf(outcome.sessionProperties);
  for (let i = 0; i < names.length; i++)
    json += `${i === 0 ? '' : ','}${quote(names[i] as string)}:${outcome.sessionProperties[names[i] as string] as string}`;
  json += '}';
  const fields = keysOf(outcome.fields);
  for (let i = 0; i < fields.length; i++) json += `,${quote(fields[i] as string)}:${outcome.fields[fields[i] as string] as string}`;
  return `${json}}`;
}

const JAVA_INT_MAX = 2_147_483_647;

/** A Java int of minutes, which has to be positive (AM 8.0.2, ActionWrapper). */
function minutesOf(value: unknown, name: string): number {
  const minutes = toNumber(value);
  if (!(minutes >= 1)) throw new FailureError(`java.lang.IllegalArgumentException: ${name} must be greater than 0`);
  return minutes < JAVA_INT_MAX ? floor(minutes) : JAVA_INT_MAX;
}

/** The `with…` methods that both engines' actions have. `self` is returned by each. */
export function actionMembers(outcome: Outcome, self: () => unknown): Record<string, unknown> {
  const set = (field: string) => (value: unknown) => {
    outcome.fields[field] = quote(text(value));
    return self();
  };
  const setMinutes = (field: string, name: string) => (value: unknown) => {
    outcome.fields[field] = toText(minutesOf(value, name));
    return self();
  };
  return {
    putSessionProperty: (key: unknown, value: unknown) => {
      define(outcome.sessionProperties, toText(key), quote(text(value)), true);
      return self();
    },
    removeSessionProperty: (key: unknown) => {
      define(outcome.sessionProperties, toText(key), 'null', true);
      return self();
    },
    withMaxSessionTime: setMinutes('maxSessionTime', 'maximumSessionTime'),
    withMaxIdleTime: setMinutes('maxIdleTime', 'maximumIdleTime'),
    withErrorMessage: set('errorMessage'),
    withLockoutMessage: set('lockoutMessage'),
    withStage: set('stage'),
    withHeader: set('header'),
    withDescription: set('description'),
  };
}

/** `action` of next-generation scripts. */
export function actionBinding(outcome: Outcome, resumeUri: string): Record<string, unknown> {
  const identified = (field: 'identifiedUser' | 'identifiedAgent') => (name: unknown) => {
    outcome.fields[field] = quote(text(name));
    return self;
  };
  const self: Record<string, unknown> = binding({
    ...actionMembers(outcome, () => self),
    goTo: (name: unknown) => {
      outcome.fields.outcome = quote(text(name));
      outcome.fields.fromAction = 'true';
      return self;
    },
    withIdentifiedUser: identified('identifiedUser'),
    withIdentifiedAgent: identified('identifiedAgent'),
    suspend: (message: unknown, ...rest: unknown[]) => {
      const minutes = rest.length > 1 ? `,"minutes":${toText(minutesOf(rest[1], 'maximumSuspendDuration'))}` : '';
      const shown = text(message);
      outcome.fields.suspend = '{}';
      // AM suspends when the script is over: the logic sees what the script did after this call, and of the action nothing else is kept.
      outcome.last = () => {
        if (isFunction(rest[0])) invoke(rest[0], [resumeUri]);
        outcome.fields = dictionary();
        outcome.sessionProperties = dictionary();
        outcome.fields.suspend = `{"message":${quote(messageFormat(shown, resumeUri))}${minutes}}`;
      };
      return self;
    },
  });
  return self;
}
