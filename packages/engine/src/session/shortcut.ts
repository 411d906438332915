import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import { type Model, realmPath } from '../model.ts';
import type { Session } from '../state.ts';
import { liveSso } from './sso.ts';

/**
 * A request that brings a session from the same journey gets that session back without running the journey, unless the journey is `mustRun` or the
 * request says ForceAuth=true (Ping docs: configure authentication trees, authenticate endpoint parameters). Another journey always runs, and so does
 * one that serves a transaction, but for a COMPLETED one (facts 4.2, seen on a tenant).
 *
 * @returns whether the session ended so
 */
export function shortcut(model: Model, draft: Draft, session: Session): boolean {
  const { request } = session;
  const sso = liveSso(draft.state, request.token);
  if (!sso || sso.journey !== session.journey) return false;
  if (session.transaction !== null && draft.state.transactions[session.transaction]?.state !== 'COMPLETED') return false;
  if (model.tree(session.journey)?.mustRun === true || request.parameters.ForceAuth?.includes('true')) return false;
  draft.set(['sessions', session.id, 'status'], {
    kind: 'ended',
    result: 'success',
    at: draft.state.now,
    tokenId: sso.token,
    message: '',
    errorCode: null,
    successUrl: `/enduser/?realm=${realmPath(model.realm)}`,
    failureUrl: '',
    details: {},
  });
  const event = sessionEvent(draft, 'session-ended', session);
  event.result = 'success';
  event.message = `${session.journey}: the session that came with the request is still good`;
  event.because = 'A valid session from the same journey is returned as it is.';
  draft.emit(event);
  return true;
}
