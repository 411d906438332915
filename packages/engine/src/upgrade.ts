import type { Message, Session, SimulationState, SsoSession } from './state.ts';

/**
 * Fills in what states stored by an earlier Tandem lack, so that their simulations go on.
 *
 * @param state as it was stored; changed in place
 */
export function upgradeState(state: SimulationState): SimulationState {
  (state as Partial<SimulationState>).objects ??= {};
  for (const session of Object.values(state.sessions)) upgradeSession(session, state.now);
  for (const sso of Object.values(state.ssoSessions)) (sso as Partial<SsoSession>).latestAccess ??= state.now;
  for (const message of Object.values(state.outbox)) upgradeMessage(message);
  return state;
}

function upgradeSession(session: Partial<Session>, now: number): void {
  session.inner ??= [];
  session.details ??= { success: {}, failure: {}, session: {} };
  session.details.session ??= {};
  session.failureMessage ??= null;
  const { status } = session;
  if (status?.kind === 'callbacks') status.suspended ??= null;
  if (status?.kind === 'effect') status.began ??= now;
  if (status?.kind === 'ended') {
    status.details ??= {};
    // A link that was not opened had no journey, and was not marked.
    if (session.journey === '') session.refused = true;
  }
}

function upgradeMessage(message: Partial<Message>): void {
  message.session ??= '';
  message.node ??= '';
  message.from ??= null;
  message.html ??= null;
  message.push ??= null;
}
