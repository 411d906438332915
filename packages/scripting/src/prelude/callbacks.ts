import type { AnsweredCallback } from '@tandem/nodes';
import { collection, java } from './java.ts';
import { append, binding, define, dictionary, isArray, keysOf } from './primordials.ts';

type Read = (callback: AnsweredCallback) => unknown;

const value: Read = (callback) => callback.values[''] ?? null;
const validated: Read = (callback) => ({ value: value(callback), validateOnly: callback.values.validateOnly === true });

export function outputOf(callback: AnsweredCallback, name: string): unknown {
  for (let i = 0; i < callback.output.length; i++) {
    const field = callback.output[i];
    if (field !== undefined && field.name === name) return field.value;
  }
  return null;
}

function idp(callback: AnsweredCallback): unknown {
  const names = ['provider', 'clientId', 'redirectUri', 'nonce', 'request', 'requestUri', 'acrValues'] as const;
  const map: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) map[names[i] as string] = outputOf(callback, names[i] as string);
  map.scope = outputOf(callback, 'scopes');
  map.token = callback.values.token ?? null;
  map.tokenType = callback.values.token_type ?? null;
  map.userInfo = callback.values.userInfo ?? null;
  map.requestNativeAppForUserInfo = outputOf(callback, 'requestNativeAppForUserInfo') === true;
  return map;
}

/** A Java locale as text: en, en_GB. */
function locale({ values }: AnsweredCallback): string {
  return values.Country ? `${values.Language ?? ''}_${values.Country}` : `${values.Language ?? ''}`;
}

function certificate(callback: AnsweredCallback): unknown {
  return { certificate: value(callback), signature: 'null', reqSignature: outputOf(callback, 'requestSignature') === true };
}

/** Getter -> callback type and what the script gets of each: the value the client gave, not the callback. */
const GETTERS: Record<string, { type: string; read: Read }> = {
  getNameCallbacks: { type: 'NameCallback', read: value },
  getPasswordCallbacks: { type: 'PasswordCallback', read: value },
  getTextInputCallbacks: { type: 'TextInputCallback', read: value },
  getChoiceCallbacks: {
    type: 'ChoiceCallback',
    read: (callback) => collection(isArray(value(callback)) ? (value(callback) as unknown[]) : [value(callback)]),
  },
  getConfirmationCallbacks: { type: 'ConfirmationCallback', read: value },
  getStringAttributeInputCallbacks: { type: 'StringAttributeInputCallback', read: value },
  getNumberAttributeInputCallbacks: { type: 'NumberAttributeInputCallback', read: value },
  getBooleanAttributeInputCallbacks: { type: 'BooleanAttributeInputCallback', read: value },
  getValidatedUsernameCallbacks: { type: 'ValidatedCreateUsernameCallback', read: validated },
  getValidatedPasswordCallbacks: { type: 'ValidatedCreatePasswordCallback', read: validated },
  getKbaCreateCallbacks: {
    type: 'KbaCreateCallback',
    read: (callback) => ({ selectedQuestion: callback.values.question ?? null, selectedAnswer: callback.values.answer ?? null }),
  },
  getTermsAndConditionsCallbacks: { type: 'TermsAndConditionsCallback', read: value },
  getConsentMappingCallbacks: { type: 'ConsentMappingCallback', read: value },
  getDeviceProfileCallbacks: { type: 'DeviceProfileCallback', read: value },
  getSelectIdPCallbacks: { type: 'SelectIdPCallback', read: value },
  getIdpCallbacks: { type: 'IdPCallback', read: idp },
  getLanguageCallbacks: { type: 'LanguageCallback', read: locale },
  getHttpCallbacks: { type: 'HttpCallback', read: value },
  getX509CertificateCallbacks: { type: 'X509CertificateCallback', read: certificate },
};

/** `callbacks` of next-generation scripts. Passwords arrive opened. */
export function callbacksBinding(answered: readonly AnsweredCallback[]): Record<string, unknown> {
  const members: Record<string, unknown> = {
    isEmpty: () => answered.length === 0,
    getHiddenValueCallbacks: () => {
      const map = dictionary<unknown>();
      for (let i = 0; i < answered.length; i++) {
        const callback = answered[i] as AnsweredCallback;
        if (callback.type === 'HiddenValueCallback') define(map, `${outputOf(callback, 'id')}`, value(callback), true);
      }
      return java(map);
    },
  };
  const names = keysOf(GETTERS);
  for (let i = 0; i < names.length; i++) {
    const getter = GETTERS[names[i] as string] as { type: string; read: Read };
    members[names[i] as string] = () => {
      const list: unknown[] = [];
      for (let j = 0; j < answered.length; j++) {
        const callback = answered[j] as AnsweredCallback;
        if (callback.type === getter.type) append(list, java(getter.read(callback)));
      }
      return collection(list);
    };
  }
  return binding(members);
}
