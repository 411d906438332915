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

/** What is wrong with a client's answer. */
export class AnswerProblem extends Error {
  override readonly name = 'AnswerProblem';
}

/**
 * Reads the client's answers in the order the callbacks were sent. Inputs that the client left out keep the value they were sent with, as when a
 * client sends the step back untouched; whole callbacks may be missing at the end.
 *
 * @param given `callbacks` of the request body
 * @throws AnswerProblem when a callback is of another type than the one sent, or a value has the wrong type
 */
export function readAnswers(session: Pick<Session, 'status'>, given: unknown): GivenAnswer[] {
  const { status } = session;
  if (status.kind !== 'callbacks') return [];
  if (given !== undefined && !Array.isArray(given)) throw new AnswerProblem('"callbacks" must be the list that was sent, with the inputs filled in.');
  const list = (given ?? []) as unknown[];
  if (list.length > status.callbacks.length) {
    throw new AnswerProblem(`${list.length} callbacks came back, but ${status.callbacks.length} were sent.`);
  }
  return status.callbacks.map((sent, index) => readAnswer(sent, list[index], index));
}

function readAnswer(sent: SentCallback, given: unknown, index: number): GivenAnswer {
  if (given === undefined) return { type: sent.type, values: {} };
  const callback = given as { type?: unknown; input?: unknown };
  if (typeof given !== 'object' || given === null || callback.type !== sent.type) {
    const got = typeof given === 'object' && given !== null ? String(callback.type) : String(given);
    throw new AnswerProblem(`Callback ${index + 1} should be a ${sent.type}, but is ${got}.`);
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

/** Clients send numbers and booleans also as strings (form values); anything else of the wrong type is refused. */
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
  if (typeof original === 'string') {
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : wrong('a string');
  }
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
