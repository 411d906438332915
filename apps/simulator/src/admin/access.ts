import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { isLocal } from '../http/local.ts';
import { ProblemError } from '../http/problem.ts';
import type { AdminSessions } from './sessions.ts';
import { adminOf } from './who.ts';

/** Of `/api`: how one signs in, and by which clock the end user's page counts. */
const OPEN = [/^(GET|HEAD|POST|DELETE) \/session$/, /^(GET|HEAD) \/simulations\/[^/]+\/clock$/];
const STREAM = '/events';

/** Whether somebody may design: whoever is at this machine, and amadmin from anywhere. */
export function isAdmitted(req: IncomingMessage, sessions: AdminSessions): boolean {
  return isLocal(req) || adminOf(req, sessions) !== undefined;
}

/** Keeps everybody else out of Tandem's API. A stream of events ends with the session it was opened in. */
export function accessGuard(sessions: AdminSessions): RequestHandler {
  return (req, res, next) => {
    if (OPEN.some((open) => open.test(`${req.method} ${req.path}`)) || isLocal(req)) return next();
    const session = adminOf(req, sessions);
    if (!session) throw signInNeeded();
    if (req.path === STREAM)
      res.once(
        'close',
        sessions.whenOver(session, () => res.destroy()),
      );
    next();
  };
}

function signInNeeded(): ProblemError {
  const message = 'Sign in as amadmin first: only on the machine that Tandem runs on nobody has to.';
  return new ProblemError(401, message, {
    title: 'Sign in',
    headers: { 'WWW-Authenticate': 'Bearer realm="Tandem"' },
    errors: [{ message, expected: 'POST /api/session with the password of amadmin' }],
  });
}
