import { COOKIE_NAME } from '@tandem/engine';
import { type Request, type Response, Router } from 'express';
import { sendJson } from '../am/answer.ts';
import { readBody } from '../am/body.ts';
import { realmName, realmPaths } from '../am/paths.ts';
import { answering } from '../am/serve.ts';
import { adminInfo } from './info.ts';
import type { AdminSession } from './sessions.ts';
import { type AdminParts, isStep, signIn } from './sign-in.ts';
import { adminOf } from './who.ts';

/** amadmin's sign-in and session below `/am`. Whatever is not about amadmin is left to the routers behind it. */
export function adminRouter(parts: AdminParts): Router {
  const router = Router();
  router.post(
    ['/json/realms/root/authenticate', '/json/authenticate'],
    answering(async (req, res, next) => ((await isForAdmin(req, parts)) ? signIn(req, res, parts) : next())),
  );
  router.post(
    realmPaths('sessions'),
    answering(async (req, res, next) => {
      const { tokenId } = await readBody(req);
      const session = typeof tokenId === 'string' ? parts.admin.sessions.use(tokenId) : adminOf(req, parts.admin.sessions);
      if (session === undefined || !act(req, res, session, parts)) next();
    }),
  );
  return router;
}

/** The realm root has no journeys here, only amadmin: a request that names a journey, a transaction or a realm is for another. */
async function isForAdmin(req: Request, parts: AdminParts): Promise<boolean> {
  const { authIndexType, suspendedId, realm } = req.query;
  if (realmName(realm) !== undefined && realmName(realm) !== 'root') return false;
  if (req.path.startsWith('/json/realms/root/')) return true;
  if (authIndexType !== undefined || suspendedId !== undefined) return false;
  const { authId } = await readBody(req);
  return authId === undefined || isStep(authId, parts);
}

/** @returns false for an action that it does not know */
function act(req: Request, res: Response, session: AdminSession, { admin: { sessions } }: AdminParts): boolean {
  switch (req.query._action) {
    case 'getSessionInfo':
    case 'getSessionInfoAndResetIdleTime':
    case 'refresh':
      sendJson(res, 200, adminInfo(session));
      return true;
    case 'validate':
      sendJson(res, 200, { valid: true, sessionUid: session.id, uid: session.userName, realm: '/' });
      return true;
    case 'logout':
      sessions.end(session);
      sendJson(res, 200, { result: 'Successfully logged out' }, ['Set-Cookie', `${COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`]);
      return true;
    default:
      return false;
  }
}
