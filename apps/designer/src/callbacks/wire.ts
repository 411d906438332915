import type { Json, JsonObject } from '@tandem/journey';

/**
 * AM's `authenticate` answers as they stand on the wire. They are read with small guards instead of zod schemas: the end user's page shares this
 * code, must stay small, and has to show any answer of any AM, also one that is not quite as documented.
 */

export interface NamedValue {
  name: string;
  value: Json;
}
export interface WireCallback {
  type: string;
  output: NamedValue[];
  input: NamedValue[];
  /** Everything as it came; sent back untouched but for the input values. */
  raw: JsonObject;
}
export interface Step {
  kind: 'step';
  authId: string;
  callbacks: WireCallback[];
  stage: string | null;
  header: string | null;
  description: string | null;
  raw: JsonObject;
}
export interface Success {
  kind: 'success';
  /** Empty when the token travels in an HttpOnly cookie, null when the journey makes no session. */
  tokenId: string | null;
  successUrl: string | null;
  realm: string | null;
  raw: JsonObject;
}
export interface Failure {
  kind: 'failure';
  code: number;
  reason: string;
  message: string;
  /** AM's `detail.errorCode`; "110" is a session that timed out. */
  errorCode: string | null;
  failureUrl: string | null;
  raw: JsonObject | null;
}
export type Answer = Step | Success | Failure;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function namedValues(value: unknown): NamedValue[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((entry) => (typeof entry.name === 'string' ? [{ name: entry.name, value: entry.value ?? null }] : []));
}

function parseCallback(value: JsonObject): WireCallback {
  return { type: textOf(value.type) ?? 'UnknownCallback', output: namedValues(value.output), input: namedValues(value.input), raw: value };
}

function parseFailure(status: number, body: JsonObject | null): Failure {
  const detail = isObject(body?.detail) ? body.detail : {};
  return {
    kind: 'failure',
    code: typeof body?.code === 'number' ? body.code : status,
    reason: textOf(body?.reason) ?? (status === 401 ? 'Unauthorized' : `HTTP ${status}`),
    message: textOf(body?.message) ?? 'Login failure',
    errorCode: detail.errorCode === undefined || detail.errorCode === null ? null : String(detail.errorCode),
    failureUrl: textOf(detail.failureUrl) || null,
    raw: body,
  };
}

/**
 * Reads one answer of `authenticate`.
 *
 * @param status HTTP status
 * @param body parsed JSON, null when there was none
 */
export function parseAnswer(status: number, body: unknown): Answer {
  if (!isObject(body)) return parseFailure(status, null);
  if (status >= 400) return parseFailure(status, body);
  if (typeof body.authId === 'string' && Array.isArray(body.callbacks)) {
    return {
      kind: 'step',
      authId: body.authId,
      callbacks: body.callbacks.filter(isObject).map(parseCallback),
      stage: textOf(body.stage),
      header: textOf(body.header),
      description: textOf(body.description),
      raw: body,
    };
  }
  if ('tokenId' in body || 'successUrl' in body) {
    return { kind: 'success', tokenId: textOf(body.tokenId), successUrl: textOf(body.successUrl), realm: textOf(body.realm), raw: body };
  }
  return parseFailure(status, { ...body, message: 'The answer is neither a step nor an end of the journey.' });
}
