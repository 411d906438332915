import { COOKIE_NAME, liveSso, type SsoSession, ssoEnd } from '@tandem/engine';
import type { Request, Response } from 'express';
import type { SimulationRuntime } from '../simulations/runtime.ts';
import { readBody } from './body.ts';
import { AmFailure } from './failure.ts';
import { requestData } from './request.ts';
import type { AmContext } from './serve.ts';

const ACTIONS = 'logout, getSessionInfo, getSessionInfoAndResetIdleTime, getSessionProperties, updateSessionProperties, refresh or validate';

/** `POST .../sessions?_action=…` (Ping docs: managing sessions over REST). */
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
      for (const name of [COOKIE_NAME, 'amlbcookie']) res.clearCookie(name, { path: context.cookiePath });
      res.json({ result: 'Successfully logged out' });
      return;
    case 'getSessionProperties':
      if (!session) throw new AmFailure(401, 'Access Denied');
      res.json(shownProperties(session, runtime));
      return;
    case 'updateSessionProperties': {
      if (!session) throw new AmFailure(401, 'Access Denied');
      const { tokenId: _, ...given } = body;
      await runtime.submit({ kind: 'session-properties', token: session.token, properties: allowedProperties(given, runtime) });
      res.json(shownProperties(runtime.state.ssoSessions[session.token] ?? session, runtime));
      return;
    }
    default:
      throw new AmFailure(501, `The action ${String(context.address.query._action)} is not supported here; use ${ACTIONS}.`);
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

/** The properties that the realm's Session Property Whitelist service names. */
function shownProperties({ properties }: SsoSession, { model }: SimulationRuntime): Record<string, string> {
  const allowed = model.realm.services.sessionProperties ?? [];
  return Object.fromEntries(allowed.map((name) => [name, properties[name] ?? '']));
}

/** @throws AmFailure 403 for a property that the service does not name, 400 for what is no text */
function allowedProperties(given: Record<string, unknown>, { model }: SimulationRuntime): Record<string, string> {
  const allowed = model.realm.services.sessionProperties ?? [];
  for (const [name, value] of Object.entries(given)) {
    if (!allowed.includes(name)) throw new AmFailure(403, 'Forbidden');
    if (typeof value !== 'string') throw new AmFailure(400, `The session property "${name}" must be a text.`);
  }
  return given as Record<string, string>;
}
