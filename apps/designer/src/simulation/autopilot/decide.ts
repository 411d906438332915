import type { Message } from '@tandem/engine/view';
import type { Json } from '@tandem/journey';
import { confirmationOptions, outputText, outputTexts, type Step, type Values, type WireCallback, waitTimeOf } from '../../callbacks/index.ts';

/** What the autopilot of one player knows. */
export interface Known {
  /** Attributes of the identity that is played: userName, mail, ...; null while it is unknown. */
  person: Readonly<Record<string, unknown>> | null;
  password: string | null;
  /** Messages that the journey of this player sent, oldest first. */
  messages: readonly Message[];
  /** How often this player has answered this very question already. */
  answered: number;
}

/** What to do with a page. */
export type Decision =
  /** Send it with these values. */
  | { kind: 'answer'; values: Values; says: string }
  /** Press one button of the ConfirmationCallback. */
  | { kind: 'choose'; option: number; says: string }
  | { kind: 'push'; message: string; number: string | null; says: string }
  /** Follow the link in a message. */
  | { kind: 'link'; link: string; says: string }
  /** Time has to pass. */
  | { kind: 'wait' }
  /** A person has to answer: why. */
  | { kind: 'stop'; says: string };

/** Answered so often, the same question shows that the answer is not taken. */
const ENOUGH = 2;

/** Callbacks that show something, or that a client fills by itself. */
const SILENT = new Set(['TextOutputCallback', 'HiddenValueCallback', 'MetadataCallback', 'ConfirmationCallback']);

/** Answers a page from the identity and the outbox, or says why a person has to. */
export function decide(step: Step, known: Known): Decision {
  if (waitTimeOf(step) !== null) return pushOf(step, known) ?? { kind: 'wait' };
  if (step.callbacks.some(({ type }) => type === 'SuspendedTextOutputCallback')) return linkOf(known);
  if (known.answered >= ENOUGH) return stop('the same question came again, so the answer was not taken');
  const values: Record<string, Json> = {};
  const told: string[] = [];
  for (const callback of step.callbacks) {
    if (SILENT.has(callback.type)) continue;
    const answer = answerTo(callback, known);
    if ('stop' in answer) return stop(answer.stop);
    const name = callback.input[0]?.name;
    if (name !== undefined && answer.value !== undefined) values[name] = answer.value;
    told.push(answer.says);
  }
  return buttonOf(step, values, told.filter((text) => text !== '').join(', '));
}

const stop = (why: string): Decision => ({ kind: 'stop', says: `A person has to answer: ${why}.` });

/** A page is sent by its one button; which of several is a choice. */
function buttonOf(step: Step, values: Values, told: string): Decision {
  const confirmation = step.callbacks.find(({ type }) => type === 'ConfirmationCallback');
  if (!confirmation) return { kind: 'answer', values, says: told === '' ? 'Went on' : `Answered ${told}` };
  const options = confirmationOptions(confirmation);
  const [only] = options;
  if (options.length !== 1 || only === undefined) return stop(`one of ${options.map(({ label }) => `"${label}"`).join(', ')} is to be chosen`);
  return { kind: 'choose', option: only.value, says: `Pressed ${only.label}` };
}

type Answer = { value: Json | undefined; says: string } | { stop: string };

function answerTo(callback: WireCallback, known: Known): Answer {
  const { type } = callback;
  const prompt = outputText(callback, 'prompt').trim();
  switch (type) {
    case 'NameCallback':
    case 'TextInputCallback':
      return CODE.test(prompt) ? codeFor(prompt, known) : nameFor(prompt, callback, known);
    case 'PasswordCallback':
      return secretFor(prompt, known);
    case 'StringAttributeInputCallback':
    case 'NumberAttributeInputCallback':
      return attributeFor(callback, prompt, known);
    case 'BooleanAttributeInputCallback':
      return { value: undefined, says: '' };
    case 'ChoiceCallback':
      return choiceFor(callback, prompt);
    case 'TermsAndConditionsCallback':
      return { stop: 'terms and conditions are to be accepted or not' };
    case 'ValidatedCreateUsernameCallback':
    case 'ValidatedCreatePasswordCallback':
    case 'KbaCreateCallback':
      return { stop: `${prompt || 'something new'} is to be made up` };
    case 'RedirectCallback':
      return { stop: 'the journey goes on at another site' };
    default:
      return { stop: `the autopilot has no answer to a ${type}` };
  }
}

const MAIL = /e-?mail/i;
const CODE = /one[- ]?time|\botp\b|passcode|verification code|\bcode\b/i;
const PASSWORD = /pass ?(word|phrase)|passwor[dt]|\bpin\b/i;
const NAME = /user ?-?name|user ?id|login|account|\buser\b|identifier/i;

function nameFor(prompt: string, callback: WireCallback, { person }: Known): Answer {
  const offered = callback.input[0]?.value;
  if (typeof offered === 'string' && offered !== '') return { value: undefined, says: '' };
  if (person === null) return { stop: 'no identity is known to play' };
  const key = MAIL.test(prompt) ? 'mail' : prompt === '' || NAME.test(prompt) ? 'userName' : null;
  if (key === null) return { stop: `it asks for "${prompt}"` };
  const value = person[key];
  return typeof value === 'string' && value !== ''
    ? { value, says: `${prompt || 'User Name'} with ${value}` }
    : { stop: `the identity has no ${key}` };
}

function secretFor(prompt: string, known: Known): Answer {
  if (CODE.test(prompt)) return codeFor(prompt, known);
  // Security questions are asked by password callbacks, too; of their answers only hashes are kept.
  if (prompt !== '' && !PASSWORD.test(prompt)) return { stop: `it asks "${prompt}"` };
  if (known.password === null || known.answered > 0) return { stop: 'the password is not known; once you have signed in, it is' };
  return { value: known.password, says: `${prompt || 'Password'}` };
}

/** The newest code that was sent. */
function codeFor(prompt: string, { messages, answered }: Known): Answer {
  if (answered > 0) return { stop: 'the code was not taken' };
  for (const message of messages.toReversed()) {
    const code = message.kind === 'push' ? undefined : /(?<!\d)\d{4,10}(?!\d)/.exec(message.text)?.[0];
    if (code !== undefined) return { value: code, says: `${prompt} with ${code} from the outbox` };
  }
  return { stop: 'no message with a code is in the outbox' };
}

function attributeFor(callback: WireCallback, prompt: string, { person }: Known): Answer {
  const name = outputText(callback, 'name');
  const given = callback.input[0]?.value;
  if (given !== undefined && given !== null && given !== '') return { value: undefined, says: '' };
  const value = person?.[name];
  if (typeof value === 'string' || typeof value === 'number') return { value, says: `${prompt || name} with ${value}` };
  const isRequired = outputText(callback, 'required') === 'true';
  return isRequired ? { stop: `the identity has no ${name || prompt}` } : { value: undefined, says: '' };
}

function choiceFor(callback: WireCallback, prompt: string): Answer {
  const choices = outputTexts(callback, 'choices');
  if (choices.length === 1) return { value: 0, says: `${prompt || 'The choice'} with ${choices[0]}` };
  return { stop: `${prompt ? `"${prompt}"` : 'it'} is a choice (${choices.join(', ')})` };
}

function pushOf(step: Step, { messages }: Known): Decision | null {
  const message = messages.findLast(({ kind, answered }) => kind === 'push' && !answered);
  if (!message) return null;
  const numbers = message.push?.numbers ?? [];
  if (numbers.length === 0) return { kind: 'push', message: message.id, number: null, says: 'Approved the push' };
  // The browser shows which number is right, as it does to a person.
  const page = step.callbacks.flatMap(({ output }) => output.map(({ value }) => String(value))).join('\n');
  const shown = numbers.filter((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(page));
  const [number] = shown;
  return shown.length === 1 && number !== undefined
    ? { kind: 'push', message: message.id, number, says: `Chose ${number} on the phone` }
    : stop('the push asks for a number');
}

function linkOf({ messages }: Known): Decision {
  const link = messages
    .toReversed()
    .flatMap(({ links }) => links)
    .find((address) => /[?&]suspendedId=/.test(address));
  return link === undefined
    ? stop('the journey is suspended, and no message with a link is in the outbox')
    : { kind: 'link', link, says: 'Followed the link' };
}
