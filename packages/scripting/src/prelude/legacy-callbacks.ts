import type { AnsweredCallback } from '@tandem/nodes';
import { shapes } from './callback-shapes.ts';
import { outputOf } from './callbacks.ts';
import { collection } from './java.ts';
import { append, binding, call, isArray, registry, toText } from './primordials.ts';

/** JSON text of the callbacks that a legacy script made with `new`. */
export const madeCallbacks = registry<string>();

/** Class -> method of callbacksBuilder whose callback it is. */
const CLASSES: readonly (readonly [string, keyof typeof shapes])[] = [
  ['javax.security.auth.callback.NameCallback', 'nameCallback'],
  ['javax.security.auth.callback.PasswordCallback', 'passwordCallback'],
  ['javax.security.auth.callback.TextInputCallback', 'textInputCallback'],
  ['javax.security.auth.callback.TextOutputCallback', 'textOutputCallback'],
  ['javax.security.auth.callback.ConfirmationCallback', 'confirmationCallback'],
  ['javax.security.auth.callback.ChoiceCallback', 'choiceCallback'],
  ['com.sun.identity.authentication.callbacks.HiddenValueCallback', 'hiddenValueCallback'],
  ['com.sun.identity.authentication.callbacks.ScriptTextOutputCallback', 'scriptTextOutputCallback'],
  ['com.sun.identity.authentication.spi.MetadataCallback', 'metadataCallback'],
  ['com.sun.identity.authentication.spi.RedirectCallback', 'redirectCallback'],
  ['org.forgerock.openam.auth.node.api.SuspendedTextOutputCallback', 'suspendedTextOutputCallback'],
  ['org.forgerock.openam.authentication.callbacks.PollingWaitCallback', 'pollingWaitCallback'],
  ['org.forgerock.openam.authentication.callbacks.StringAttributeInputCallback', 'stringAttributeInputCallback'],
  ['org.forgerock.openam.authentication.callbacks.NumberAttributeInputCallback', 'numberAttributeInputCallback'],
  ['org.forgerock.openam.authentication.callbacks.BooleanAttributeInputCallback', 'booleanAttributeInputCallback'],
  ['org.forgerock.openam.authentication.callbacks.DeviceProfileCallback', 'deviceProfileCallback'],
  ['org.forgerock.openam.authentication.callbacks.TermsAndConditionsCallback', 'termsAndConditionsCallback'],
  ['org.forgerock.openam.authentication.callbacks.KbaCreateCallback', 'kbaCreateCallback'],
];

const CONSTANTS = {
  INFORMATION: 0,
  WARNING: 1,
  ERROR: 2,
  YES_NO_OPTION: 0,
  YES_NO_CANCEL_OPTION: 1,
  OK_CANCEL_OPTION: 2,
  YES: 0,
  NO: 1,
  CANCEL: 2,
  OK: 3,
};

/** Registers a constructor for each callback class. */
export function callbackClasses(register: (name: string, javaClass: unknown) => void): void {
  for (let i = 0; i < CLASSES.length; i++) {
    const [name, method] = CLASSES[i] as readonly [string, keyof typeof shapes];
    const make = function Callback(...args: unknown[]): object {
      const made = binding({ toString: () => name });
      madeCallbacks.set(made, toText(call(shapes[method], undefined, args)));
      return made;
    };
    register(name, Object.assign(make, CONSTANTS));
  }
}

function characters(value: unknown): unknown[] {
  const text = toText(value ?? '');
  const list: unknown[] = [];
  for (let i = 0; i < text.length; i++) append(list, text[i]);
  return collection(list);
}

/** The list `callbacks` of legacy scripts: callback objects that carry what the client gave. */
export function legacyCallbacks(answered: readonly AnsweredCallback[]): unknown[] {
  const list: unknown[] = [];
  for (let i = 0; i < answered.length; i++) {
    const callback = answered[i] as AnsweredCallback;
    const value = callback.values[''] ?? null;
    const get = (name: string) => () => outputOf(callback, name);
    const given = () => value;
    append(
      list,
      binding({
        getPrompt: get('prompt'),
        getMessage: get('message'),
        getId: get('id'),
        getChoices: get('choices'),
        getDefaultChoice: get('defaultChoice'),
        getDefaultText: get('defaultText'),
        getMessageType: get('messageType'),
        getOptions: get('options'),
        getName: callback.type === 'NameCallback' ? given : get('name'),
        getPassword: () => characters(value),
        getText: given,
        getValue: given,
        getSelectedIndex: given,
        getSelectedIndexes: () => collection(isArray(value) ? value : [value]),
        getSelectedQuestion: () => callback.values.question ?? null,
        getSelectedAnswer: () => callback.values.answer ?? null,
        getClass: () => binding({ getSimpleName: () => callback.type }),
      }),
    );
  }
  return collection(list);
}
