import type { Json } from '@tandem/journey';
import { type AnsweredCallback, type Callback, isSealed } from '../contract.ts';

/** AM's callbacks as recorded from its SDK suites: output names, their order, and which numbers travel as text. */

type Output = Callback['output'][number];

function out(name: string, value: Json): Output {
  return { name, value };
}

function one(value: Json): Callback['input'] {
  return [{ suffix: '', value }];
}

export function nameCallback(prompt: string, name = ''): Callback {
  return { type: 'NameCallback', output: [out('prompt', prompt)], input: one(name) };
}

export function passwordCallback(prompt: string): Callback {
  return { type: 'PasswordCallback', output: [out('prompt', prompt)], input: one('') };
}

export function textInputCallback(prompt: string, defaultText = ''): Callback {
  return { type: 'TextInputCallback', output: [out('prompt', prompt), out('defaultText', defaultText)], input: one(defaultText) };
}

export type MessageKind = 'information' | 'warning' | 'error';
const messageTypes: Record<MessageKind, string> = { information: '0', warning: '1', error: '2' };

export function textOutputCallback(message: string, kind: MessageKind = 'information'): Callback {
  return { type: 'TextOutputCallback', output: [out('message', message), out('messageType', messageTypes[kind])], input: [] };
}

/** What a suspended journey shows; it has no input. */
export function suspendedTextOutputCallback(message: string): Callback {
  return { ...textOutputCallback(message), type: 'SuspendedTextOutputCallback' };
}

/** A value for the client's program, not for its user. The input starts empty. */
export function hiddenValueCallback(id: string, value: string): Callback {
  return { type: 'HiddenValueCallback', output: [out('value', value), out('id', id)], input: one('') };
}

/** A script for the browser: AM sends it as a text output of type 4. */
export function scriptTextOutputCallback(script: string): Callback {
  return { type: 'TextOutputCallback', output: [out('message', script), out('messageType', '4')], input: [] };
}

export function metadataCallback(data: Json): Callback {
  return { type: 'MetadataCallback', output: [out('data', data)], input: [] };
}

export function pollingWaitCallback(milliseconds: number, message: string): Callback {
  return { type: 'PollingWaitCallback', output: [out('waitTime', String(milliseconds)), out('message', message)], input: [] };
}

export function confirmationCallback(options: readonly string[], defaultOption: number, selected: number, messageType = 0): Callback {
  return {
    type: 'ConfirmationCallback',
    output: [
      out('prompt', ''),
      out('messageType', messageType),
      out('options', [...options]),
      out('optionType', -1),
      out('defaultOption', defaultOption),
    ],
    input: one(selected),
  };
}

export function choiceCallback(prompt: string, choices: readonly string[], defaultChoice = 0): Callback {
  return {
    type: 'ChoiceCallback',
    output: [out('prompt', prompt), out('choices', [...choices]), out('defaultChoice', defaultChoice)],
    input: one(defaultChoice),
  };
}

export interface Validation {
  policies: Json;
  failedPolicies: readonly string[];
  validateOnly: boolean;
}

function validated(value: Json, validateOnly: boolean): Callback['input'] {
  return [
    { suffix: '', value },
    { suffix: 'validateOnly', value: validateOnly },
  ];
}

function validation({ policies, failedPolicies, validateOnly }: Validation): Output[] {
  return [out('policies', policies), out('failedPolicies', [...failedPolicies]), out('validateOnly', validateOnly)];
}

export function validatedUsernameCallback(prompt: string, name: string, checks: Validation): Callback {
  return {
    type: 'ValidatedCreateUsernameCallback',
    output: [...validation(checks), out('prompt', prompt)],
    input: validated(name, checks.validateOnly),
  };
}

export function validatedPasswordCallback(prompt: string, checks: Validation): Callback {
  return {
    type: 'ValidatedCreatePasswordCallback',
    output: [out('echoOn', false), ...validation(checks), out('prompt', prompt)],
    input: validated('', checks.validateOnly),
  };
}

export type AttributeKind = 'String' | 'Number' | 'Boolean';

export function attributeInputCallback(
  kind: AttributeKind,
  attribute: { name: string; prompt: string; required: boolean; value: Json },
  checks: Validation,
): Callback {
  const { name, prompt, required, value } = attribute;
  return {
    type: `${kind}AttributeInputCallback`,
    output: [out('name', name), out('prompt', prompt), out('required', required), ...validation(checks), out('value', value)],
    input: validated(value, checks.validateOnly),
  };
}

export function termsCallback(version: string, terms: string, createDate: string): Callback {
  return {
    type: 'TermsAndConditionsCallback',
    output: [out('version', version), out('terms', terms), out('createDate', createDate)],
    input: one(false),
  };
}

/** A security question to define: one of the predefined ones or, where allowed, one's own. */
export function kbaCreateCallback(prompt: string, questions: readonly string[], allowUserDefinedQuestions: boolean, question = ''): Callback {
  return {
    type: 'KbaCreateCallback',
    output: [out('prompt', prompt), out('predefinedQuestions', [...questions]), out('allowUserDefinedQuestions', allowUserDefinedQuestions)],
    input: [
      { suffix: 'question', value: question },
      { suffix: 'answer', value: '' },
    ],
  };
}

// ---- answers ----

/** The first answered callback of a type. */
export function answered(callbacks: readonly AnsweredCallback[] | undefined, type: string): AnsweredCallback | undefined {
  return callbacks?.find((callback) => callback.type === type);
}

/** The text given for a callback's own input; anything else counts as nothing. */
export function answeredText(callback: AnsweredCallback | undefined): string {
  const value = callback?.values[''];
  return typeof value === 'string' ? value : '';
}

/** The index given for a choice or confirmation; login pages send it as number or text. */
export function answeredIndex(callback: AnsweredCallback | undefined): number | undefined {
  const value = callback?.values[''];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

export function answeredValidateOnly(callback: AnsweredCallback | undefined): boolean {
  const value = callback?.values.validateOnly;
  return value === true || value === 'true';
}

/** Whether a given password says nothing. A sealed one tells so itself: it is never opened here. */
export function isBlankPassword(value: Json | undefined): boolean {
  if (isSealed(value)) return value.empty;
  return typeof value !== 'string' || value.trim() === '';
}

/** An output of a callback as it was sent. */
export function outputOf(callback: AnsweredCallback, name: string): Json | undefined {
  return callback.output.find((output) => output.name === name)?.value;
}
