import type { Json, JsonObject } from '@tandem/journey';
import type { GivenAnswer, SentCallback, Session } from './state.ts';

/** Callbacks on the wire, both ways: AM's JSON shape (facts 3.2, 3.3). */

export interface WireCallback {
  type: string;
  output?: { name: string; value: Json }[];
  input?: { name: string; value: Json }[];
  _id?: number;
}

/**
 * Callbacks as AM sends them: inputs are named by their callback's place in the step (`IDToken3`, `IDToken3validateOnly`), and callbacks of a
 * page's children carry `_id`.
 */
function callbacksJson(callbacks: readonly SentCallback[], pageNode: string | null): WireCallback[] {
  return callbacks.map((callback, index) => ({
    type: callback.type,
    output: callback.output,
    ...(callback.input.length ? { input: callback.input.map(({ suffix, value }) => ({ name: `IDToken${index + 1}${suffix}`, value })) } : {}),
    ...(callback.node === pageNode ? {} : { _id: index }),
  }));
}

/** An HttpCallback is answered with an Authorization header. */
const SECRET = new Set(['PasswordCallback', 'ValidatedCreatePasswordCallback', 'HttpCallback']);

/** Input of a callback whose value is a secret. */
export function isSecretInput(type: string, suffix: string): boolean {
  if (type === 'KbaCreateCallback') return suffix === 'answer';
  return suffix === '' && SECRET.has(type);
}

/** What is wrong with a client's answer, in words that say what would be right. */
export class AnswerProblem extends Error {
  override readonly name = 'AnswerProblem';
  /** @param am AM's own sentence, where it is known */
  constructor(
    message: string,
    readonly am?: string,
  ) {
    super(message);
  }
}

/** AM's sentences (OpenAM source, REST authentication). */
const WRONG_NUMBER = 'Incorrect number of callbacks found in JSON response';
const WRONG_TYPE = 'Required callback not found in JSON response';

/**
 * Reads the client's answers in the order the callbacks were sent. Inputs that the client left out keep the value they were sent with, as when a
 * client sends the step back untouched. All callbacks have to come back: too few, taken as empty answers, would end the session.
 *
 * @param given `callbacks` of the request body
 * @throws AnswerProblem when callbacks are missing, too many or of another type than those sent, or a value has the wrong type
 */
export function readAnswers(session: Pick<Session, 'status'>, given: unknown): GivenAnswer[] {
  const { status } = session;
  if (status.kind !== 'callbacks') return [];
  const sent = status.callbacks;
  if (given === undefined && sent.length === 0) return [];
  if (given === undefined) throw new AnswerProblem(`"callbacks" is missing: ${wereSent(sent.length)} and must come back, filled in.`);
  if (!Array.isArray(given)) throw new AnswerProblem('"callbacks" must be the list that was sent, with the inputs filled in.');
  if (given.length !== sent.length) {
    throw new AnswerProblem(
      `${given.length} ${given.length === 1 ? 'callback' : 'callbacks'} came back, but ${wereSent(sent.length)}.`,
      WRONG_NUMBER,
    );
  }
  return sent.map((callback, index) => readAnswer(callback, given[index], index));
}

function wereSent(count: number): string {
  return `${count} ${count === 1 ? 'was' : 'were'} sent`;
}

function readAnswer(sent: SentCallback, given: unknown, index: number): GivenAnswer {
  const callback = given as { type?: unknown; input?: unknown };
  if (typeof given !== 'object' || given === null || callback.type !== sent.type) {
    const got = typeof given === 'object' && given !== null ? String(callback.type) : String(given);
    throw new AnswerProblem(`Callback ${index + 1} should be a ${sent.type}, but is ${got}.`, WRONG_TYPE);
  }
  const inputs = inputsOf(sent, callback.input, index);
  const values: Record<string, Json> = {};
  for (const { suffix, value } of sent.input) {
    const name = `IDToken${index + 1}${suffix}`;
    const given = inputs.get(name);
    if (given === undefined) continue;
    values[suffix] = coerce(sent, suffix, value, given, name);
  }
  return { type: sent.type, values };
}

/**
 * Inputs of an answer by name. One that belongs to another callback is refused rather than dropped: the client has mixed up its callbacks, and what
 * somebody typed would be lost.
 */
function inputsOf(sent: SentCallback, given: unknown, index: number): Map<string, Json | undefined> {
  const expected = sent.input.map(({ suffix }) => `IDToken${index + 1}${suffix}`);
  const wrong = (what: string): never => {
    throw new AnswerProblem(`Callback ${index + 1}, a ${sent.type}: ${what} Expected: ${expected.join(', ') || 'no inputs'}.`);
  };
  if (given === undefined) return new Map();
  if (!Array.isArray(given)) return wrong('"input" must be the list that was sent, with the values filled in.');
  return new Map(
    given.map((input: unknown): [string, Json | undefined] => {
      const { name, value } = (input ?? {}) as { name?: unknown; value?: Json };
      if (typeof name !== 'string') return wrong('an input has no name.');
      if (!expected.includes(name)) return wrong(`the input "${name}" does not belong to it.`);
      return [name, value];
    }),
  );
}

/**
 * Clients send numbers and booleans also as strings (form values); anything else of the wrong type is refused. A text must be a text: AM reads it as
 * one and throws where it is a number ("Expecting a java.lang.String", OpenAM source); that this is a bad request is our assumption.
 */
function coerce(sent: SentCallback, suffix: string, original: Json, value: Json, name: string): Json {
  const wrong = (expected: string): never => {
    throw new AnswerProblem(`${name} of the ${sent.type} must be ${expected}, but is ${JSON.stringify(value)}.`);
  };
  if (sent.type === 'NumberAttributeInputCallback' && suffix === '') {
    if (value === null || typeof value === 'number') return value;
    if (value === '') return null;
    return typeof value === 'string' && Number.isFinite(Number(value)) ? Number(value) : wrong('a number');
  }
  if (typeof original === 'number') {
    if (typeof value === 'number') return value;
    return typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : wrong('a number');
  }
  if (typeof original === 'boolean') {
    if (typeof value === 'boolean') return value;
    return value === 'true' ? true : value === 'false' ? false : wrong('true or false');
  }
  if (typeof original === 'string') return typeof value === 'string' ? value : wrong('a string');
  return value;
}

/** What a client is told, as body of the answer: a step, a success or a failure. `authId` is the driver's to add. */
export function sessionAnswer(session: Session, realm: string): { status: 200 | 401; body: JsonObject; step: boolean } {
  const { status } = session;
  if (status.kind === 'callbacks') {
    const body: JsonObject = {};
    if (status.stage !== null) body.stage = status.stage;
    if (status.header !== null) body.header = status.header;
    if (status.description !== null) body.description = status.description;
    body.callbacks = callbacksJson(status.callbacks, session.node) as unknown as Json;
    return { status: 200, body, step: true };
  }
  if (status.kind === 'ended' && status.result === 'success') {
    const body: JsonObject = { ...status.details, successUrl: status.successUrl, realm };
    return { status: 200, body: status.tokenId === null ? body : { tokenId: status.tokenId, ...body }, step: false };
  }
  const failed = status.kind === 'ended' ? status : undefined;
  const detail: JsonObject = failed?.errorCode ? { errorCode: failed.errorCode } : { ...failed?.details, failureUrl: failed?.failureUrl ?? '' };
  return { status: 401, body: { code: 401, reason: 'Unauthorized', message: failed?.message ?? 'Login failure', detail }, step: false };
}
