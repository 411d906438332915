import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import { own } from '../own.ts';
import type { Session, SimulationState, SsoSession } from '../state.ts';
import { ssoEnd } from './ssoEnd.ts';

/** The SSO session of a token while it lasts. */
export function liveSso(state: SimulationState, token: string | null, now = state.now): SsoSession | undefined {
  const sso = token === null ? undefined : own(state.ssoSessions, token);
  return sso && ssoEnd(sso) > now ? sso : undefined;
}

/** A request of a journey came with this session: its idle time begins anew. One that was idle for too long is none any more, and the log says so. */
export function useSso(draft: Draft, session: Session): void {
  const { token } = session.request;
  const { now } = draft.state;
  if (token === null) return;
  if (liveSso(draft.state, token)) {
    if (draft.state.ssoSessions[token]?.latestAccess !== now) draft.set(['ssoSessions', token, 'latestAccess'], now);
    return;
  }
  const sso = own(draft.state.ssoSessions, token);
  if (!sso || sso.expiresAt <= now) return;
  const event = sessionEvent(draft, 'log', session);
  event.level = 'info';
  event.message = `The session that came with the request was not used for ${sso.maxIdleTime} minutes: it is over.`;
  event.assumptions = [ASSUMED.idle];
  draft.emit(event);
}
