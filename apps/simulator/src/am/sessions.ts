import { COOKIE_NAME, liveSso, type SsoSession, ssoEnd } from '@tandem/engine';
import type { Request, Response } from 'express';
import { readBody } from './body.ts';
import { AmFailure } from './failure.ts';
import { requestData } from './request.ts';
import type { AmContext } from './serve.ts';

/** `POST .../sessions?_action=logout|getSessionInfo|getSessionInfoAndResetIdleTime|refresh|validate` (Ping docs: managing sessions over REST). */
export async function sessions(req: Request, res: Response, context: AmContext): Promise<void> {
  const body = await readBody(req);
  const { runtime } = context;
  const token = typeof body.tokenId === 'string' ? body.tokenId : requestData(req, context).token;
  const session = liveSso(runtime.state, token, runtime.clock.now());
  switch (context.address.query._action) {
    case 'validate':
      res.json(
        session ? { valid: true, sessionUid: session.properties.AMCtxId, uid: session.identity, realm: `/${runtime.realm}` } : { valid: false },
      );
      return;
    case 'getSessionInfo':
      if (!session) throw new AmFailure(401, 'Access Denied');
      res.json(sessionInfo(session, runtime.realm));
      return;
    case 'getSessionInfoAndResetIdleTime':
    case 'refresh':
      if (!session) throw new AmFailure(401, 'Access Denied');
      await runtime.submit({ kind: 'access', token: session.token });
      res.json(sessionInfo(session, runtime.realm));
      return;
    case 'logout':
      if (!session) throw new AmFailure(401, 'Access Denied');
      await runtime.submit({ kind: 'logout', token: session.token });
      res.clearCookie(COOKIE_NAME, { path: context.cookiePath });
      res.json({ result: 'Successfully logged out' });
      return;
    default:
      throw new AmFailure(
        501,
        `The action ${String(context.address.query._action)} is not supported here; use logout, getSessionInfo, getSessionInfoAndResetIdleTime, refresh or validate.`,
      );
  }
}

function sessionInfo(session: SsoSession, realm: string): object {
  const second = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    username: session.identity,
    universalId: session.properties['sun.am.UniversalIdentifier'],
    realm: `/${realm}`,
    latestAccessTime: second(session.latestAccess),
    maxIdleExpirationTime: second(ssoEnd(session)),
    maxSessionExpirationTime: second(session.expiresAt),
    properties: { AMCtxId: session.properties.AMCtxId },
  };
}
