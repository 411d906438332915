import { Router } from 'express';
import { sendJson } from '../am/answer.ts';
import { AmFailure, sendAmFailure } from '../am/failure.ts';
import { answering } from '../am/serve.ts';
import type { AdminSessions } from './sessions.ts';
import { adminOf } from './who.ts';

/** What tools ask a cloud tenant's own API when they sign in to it. */
export function environmentRouter(sessions: AdminSessions): Router {
  const router = Router();
  // Tandem has no service accounts; tools go on with what they need (facts 1.3).
  router.get('/scopes/service-accounts', (_req, res) => sendAmFailure(res, new AmFailure(404, 'Not Found')));
  router.get(
    '/info',
    answering((req, res) => {
      if (!adminOf(req, sessions)) throw new AmFailure(401, 'Access Denied');
      // The members that frodo shows, not recorded.
      sendJson(res, 200, { immutable: false, locked: false, region: 'local', tier: 'sandbox' });
    }),
  );
  return router;
}
