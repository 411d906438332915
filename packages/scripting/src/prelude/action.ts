import { invoke, isFunction, text } from './encode.ts';
import { binding, define, dictionary, keysOf, quote, toNumber, toText } from './primordials.ts';
import { notSimulated } from './unsupported.ts';

/** What a script asked for through `action`; JSON text by the field names of ScriptResult. */
export interface Outcome {
  fields: Record<string, string>;
  sessionProperties: Record<string, string>;
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

/** The `with…` methods that both engines' actions have. `self` is returned by each. */
export function actionMembers(outcome: Outcome, self: () => unknown): Record<string, unknown> {
  const set = (field: string) => (value: unknown) => {
    outcome.fields[field] = quote(text(value));
    return self();
  };
  const setNumber = (field: string) => (value: unknown) => {
    outcome.fields[field] = toText(toNumber(value));
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
    withMaxSessionTime: setNumber('maxSessionTime'),
    withMaxIdleTime: setNumber('maxIdleTime'),
    withErrorMessage: set('errorMessage'),
    withLockoutMessage: set('lockoutMessage'),
    withStage: set('stage'),
    withHeader: set('header'),
    withDescription: set('description'),
  };
}

/** `action` of next-generation scripts. */
export function actionBinding(outcome: Outcome, resumeUri: string | undefined): Record<string, unknown> {
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
      if (isFunction(rest[0])) {
        if (resumeUri === undefined) notSimulated('action.suspend with additional logic');
        invoke(rest[0], [resumeUri]);
      }
      const minutes = rest.length > 1 ? `,"minutes":${toText(toNumber(rest[1]))}` : '';
      outcome.fields.suspend = `{"message":${quote(text(message))}${minutes}}`;
      return self;
    },
  });
  return self;
}
