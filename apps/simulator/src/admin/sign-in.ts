import { randomUUID } from 'node:crypto';
import { COOKIE_NAME } from '@tandem/engine';
import type { Request, Response } from 'express';
import { sendJson } from '../am/answer.ts';
import type { AuthIds } from '../am/authId.ts';
import { readBody } from '../am/body.ts';
import { AmFailure, timedOut } from '../am/failure.ts';
import type { Admin } from './admin.ts';
import { TooManyAttempts } from './attempts.ts';

export interface AdminParts {
  admin: Admin;
  /** With a key of their own: a journey's authId is none of the administrator's. */
  authIds: AuthIds;
}

/** Seconds that a step of the sign-in holds (facts 3.2: five minutes). */
const STEP_LIFE = 300;
const STEP = 'amadmin';

/**
 * `POST /json/realms/root/authenticate`: amadmin signs in, by the headers X-OpenAM-Username and X-OpenAM-Password at once (frodo, curl) or by
 * answering callbacks.
 */
export async function signIn(req: Request, res: Response, parts: AdminParts): Promise<void> {
  const [userName, password] = [headerText(req, 'x-openam-username'), headerText(req, 'x-openam-password')];
  if (userName !== undefined && password !== undefined) return admit(req, res, parts, userName, password);
  const { authId, callbacks } = await readBody(req);
  if (authId === undefined) return sendJson(res, 200, step(parts));
  if (!isStep(authId, parts)) throw timedOut();
  return admit(req, res, parts, inputOf(callbacks, 'NameCallback'), inputOf(callbacks, 'PasswordCallback'));
}

/** Whether an authId is that of a step of this sign-in, in time. */
export function isStep(authId: unknown, { authIds }: AdminParts): boolean {
  const claims = typeof authId === 'string' ? authIds.verify(authId) : undefined;
  return claims?.sessionId === STEP && claims.exp * 1000 > Date.now();
}

async function admit(req: Request, res: Response, { admin }: AdminParts, userName: string, password: string): Promise<void> {
  const tokenId = await admin.signIn(req, userName, password).catch((error: unknown) => {
    if (!(error instanceof TooManyAttempts)) throw error;
    res.setHeader('Retry-After', error.seconds);
    throw new AmFailure(429, error.message);
  });
  if (tokenId === undefined) throw new AmFailure(401, 'Login failure', { failureUrl: '' });
  sendJson(res, 200, { tokenId, successUrl: '/am/console', realm: '/' }, ['Set-Cookie', `${COOKIE_NAME}=${tokenId}; Path=/; HttpOnly; SameSite=Lax`]);
}

function step({ authIds }: AdminParts): object {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    authIndexValue: 'ldapService',
    authIndexType: 'service',
    realm: '/',
    sessionId: STEP,
    otk: randomUUID(),
    iat,
    exp: iat + STEP_LIFE,
  };
  const callback = (type: string, prompt: string, n: number) => ({
    type,
    output: [{ name: 'prompt', value: prompt }],
    input: [{ name: `IDToken${n + 1}`, value: '' }],
    _id: n,
  });
  return {
    authId: authIds.sign(claims),
    callbacks: [callback('NameCallback', 'User Name', 0), callback('PasswordCallback', 'Password', 1)],
    header: 'Sign in',
  };
}

function inputOf(callbacks: unknown, type: string): string {
  const found: unknown = Array.isArray(callbacks) ? callbacks.find((callback) => (callback as { type?: unknown } | null)?.type === type) : undefined;
  const input = (found as { input?: { value?: unknown }[] } | undefined)?.input;
  const value = Array.isArray(input) ? input[0]?.value : undefined;
  return typeof value === 'string' ? value : '';
}

/** Zero-page headers; anything but ASCII comes as RFC 2047 writes it (facts 3.1). */
function headerText(req: Request, name: string): string | undefined {
  const value = req.get(name);
  const encoded = value === undefined ? undefined : /^=\?utf-8\?b\?([A-Za-z0-9+/=]*)\?=$/i.exec(value)?.[1];
  return encoded === undefined ? value : Buffer.from(encoded, 'base64').toString('utf8');
}
