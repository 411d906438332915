import type { Json, JsonObject } from '@tandem/journey';
import { findCallback, inputName, LOCAL_PROVIDER, localProvider, waitTimeOf } from './read.ts';
import { isObject, type Step, type WireCallback } from './wire.ts';

/** Values by input name (`IDToken1`, `IDToken2validateOnly`, ...). An input that is not named keeps what the server sent. */
export type Values = Readonly<Record<string, Json>>;

/** What the form shows first: the inputs as sent, or the default that the callback's outputs offer. */
export function initialValues(step: Step): Values {
  const values: Record<string, Json> = {};
  for (const callback of step.callbacks) {
    for (const input of callback.input) values[input.name] = input.value;
    const name = inputName(callback);
    const offered = offeredValue(callback);
    // What was typed before comes back as the input's value, on a page that is shown again; it is worth more than any default.
    if (name && offered !== undefined && isBlank(values[name])) values[name] = offered;
  }
  return values;
}

/** Whether an input holds what it has before anybody answered. */
function isBlank(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || value === 0 || value === false;
}

/** Where AM puts a default: `defaultText`, `defaultChoice`, or `value` of attribute inputs and hidden values. */
function offeredValue(callback: WireCallback): Json | undefined {
  const output = (name: string) => callback.output.find((entry) => entry.name === name)?.value;
  switch (callback.type) {
    case 'TextInputCallback':
      return output('defaultText') || undefined;
    case 'NameCallback':
      return output('defaultName') || undefined;
    case 'ChoiceCallback':
      return output('defaultChoice');
    case 'SelectIdPCallback':
      return localProvider(callback) ? LOCAL_PROVIDER : undefined;
    case 'StringAttributeInputCallback':
    case 'NumberAttributeInputCallback':
    case 'BooleanAttributeInputCallback':
      return output('value') ?? undefined;
    default:
      return undefined;
  }
}

/**
 * The body to POST for a step: everything as it came (authId, outputs, unknown fields), only input values replaced. Echoing a step unchanged is a
 * meaningful answer too: it keeps a Polling Wait waiting.
 */
export function answer(step: Step, values: Values): JsonObject {
  return {
    ...step.raw,
    callbacks: step.callbacks.map((callback) => {
      if (!Array.isArray(callback.raw.input)) return callback.raw;
      const input = callback.raw.input.map((entry) => {
        if (!isObject(entry) || typeof entry.name !== 'string') return entry;
        const given = values[entry.name];
        return given === undefined ? entry : { ...entry, value: given };
      });
      return { ...callback.raw, input };
    }),
  };
}

/** Values that press one button of the step's ConfirmationCallback. */
export function confirm(step: Step, option: number, values: Values = {}): Values {
  const confirmation = findCallback(step, 'ConfirmationCallback');
  const name = confirmation && inputName(confirmation);
  return name ? { ...values, [name]: option } : values;
}

/** Values that leave a Polling Wait by its exit button, which is always option 0; 100 means that it was not pressed. */
export function exitWait(step: Step): Values {
  return confirm(step, 0);
}

/** Values that keep waiting: the exit button stays unpressed whatever the input held. */
export function keepWaiting(step: Step): Values {
  return waitTimeOf(step) === null ? {} : confirm(step, 100);
}
