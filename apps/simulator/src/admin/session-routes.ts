import { adminSessionSchema, adminSignInSchema, changePasswordSchema } from '@tandem/api';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { ADMIN_COOKIE } from '../http/cookies.ts';
import { isLocal } from '../http/local.ts';
import { ProblemError } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import { hostName } from '../http/security.ts';
import type { Admin } from './admin.ts';
import { TooManyAttempts } from './attempts.ts';
import { ADMIN_NAME } from './password.ts';
import { adminOf } from './who.ts';

const tag = 'Administrator';
const refusals = {
  401: { description: 'Name or password are wrong.' },
  429: { description: 'Too many attempts failed; Retry-After says how many seconds to wait. Nothing was checked.' },
};

/** The designer's sign-in. It has a cookie of its own, which no other site's page can send. */
export function sessionRoutes(admin: Admin, publicUrl: URL | undefined): ApiRoute[] {
  const { sessions } = admin;
  const cookie = (req: Request, value: string) => {
    const isSecure = publicUrl?.protocol === 'https:' && hostName(req.headers.host) === publicUrl.hostname;
    return `${ADMIN_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  };
  const state = (req: Request): z.input<typeof adminSessionSchema> => {
    const userName = adminOf(req, sessions)?.userName ?? null;
    return { userName, signIn: userName !== null ? 'done' : isLocal(req) ? 'not-needed' : 'needed' };
  };
  return [
    jsonRoute({
      method: 'get',
      path: '/session',
      summary: 'Whether one has to sign in, and who did',
      tag,
      answer: { description: 'Open to everybody.', schema: adminSessionSchema },
      handle: ({ req }) => state(req),
    }),
    jsonRoute({
      method: 'post',
      path: '/session',
      summary: 'Sign in as amadmin',
      description: 'The session is in an HttpOnly cookie; it is over after half an hour without a request, and after two hours.',
      tag,
      body: adminSignInSchema,
      answer: { description: 'Signed in.', schema: adminSessionSchema },
      problems: refusals,
      async handle({ req, res, body: { userName, password } }) {
        const token = await throttled(res, admin.signIn(req, userName, password));
        if (token === undefined) throw wrong('Name or password are wrong.');
        const before = adminOf(req, sessions);
        if (before) sessions.end(before);
        res.set('Set-Cookie', cookie(req, token));
        return { signIn: 'done' as const, userName };
      },
    }),
    jsonRoute({
      method: 'delete',
      path: '/session',
      summary: 'Sign out',
      tag,
      answer: { description: 'Signed out, all streams of the session with it.', schema: adminSessionSchema },
      handle({ req, res }) {
        const session = adminOf(req, sessions);
        if (session) sessions.end(session);
        res.set('Set-Cookie', `${cookie(req, '')}; Max-Age=0`);
        return state(req);
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/session/password',
      summary: 'Change the password of amadmin',
      description: 'Ends all sessions but the one that asks. What TANDEM_ADMIN_PASSWORD says counts for a new data folder only.',
      tag,
      body: changePasswordSchema,
      answer: { description: 'Changed.', schema: z.object({}) },
      problems: refusals,
      async handle({ req, res, body: { current, password } }) {
        const userName = adminOf(req, sessions)?.userName ?? null;
        const isKnown = current === undefined ? isLocal(req) : await throttled(res, admin.isPassword(req, ADMIN_NAME, current));
        if (!isKnown) throw wrong('The current password is wrong.', 'current');
        await admin.changePassword(password);
        if (userName !== null) res.set('Set-Cookie', cookie(req, sessions.begin(userName)));
        return {};
      },
    }),
  ];
}

function wrong(message: string, field = 'password'): ProblemError {
  return new ProblemError(401, message, { title: 'Not signed in', errors: [{ field, message }] });
}

async function throttled<T>(res: Response, attempt: Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    if (!(error instanceof TooManyAttempts)) throw error;
    res.set('Retry-After', String(error.seconds));
    throw new ProblemError(429, error.message, { title: 'Too many attempts', errors: [{ message: error.message }] });
  }
}
