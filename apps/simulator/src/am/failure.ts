import { type ServerResponse, STATUS_CODES } from 'node:http';
import { sendJson } from './answer.ts';

/** A failure in AM's form: `{"code":401,"reason":"Unauthorized","message":"Login failure"}`. */
export class AmFailure extends Error {
  override readonly name = 'AmFailure';
  /** Further headers of the answer, names and values in turn. */
  headers: readonly string[] = [];
  constructor(
    readonly status: number,
    message: string,
    readonly detail?: Record<string, unknown> | string,
    /** Further members of the body. */
    readonly extra?: Record<string, unknown>,
  ) {
    super(message);
  }
}

export function sendAmFailure(res: ServerResponse, { status, message, detail, extra, headers }: AmFailure): void {
  sendJson(res, status, { ...extra, code: status, reason: STATUS_CODES[status] ?? 'Error', message, ...(detail ? { detail } : {}) }, headers);
}

/** What AM answers for an authId whose session is over, gone or past this step (facts 3.2: errorCode 110). */
export function timedOut(): AmFailure {
  return new AmFailure(401, 'Session has timed out', { errorCode: '110' });
}

/** What AM answers for a suspendedId that is unknown, was used, or whose time is over (facts 3.2). */
export function suspensionOver(): AmFailure {
  const exception = 'org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException';
  return new AmFailure(401, `${exception}: Token not found. It may have expired.`);
}

/**
 * What AM answers to another method than POST (OpenAM source, annotated endpoints): the status is that of HTTP, the body that of an operation which
 * is not supported. AIC itself was not asked.
 */
export function methodNotAllowed(res: ServerResponse): void {
  sendJson(res, 405, { code: 501, reason: 'Not Implemented', message: 'Not Implemented' }, ['Allow', 'POST']);
}
