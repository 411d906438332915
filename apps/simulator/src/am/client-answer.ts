import { AUTH_ID_SECONDS, type Session, sessionAnswer } from '@tandem/engine';
import type { SimulationRuntime } from '../simulations/runtime.ts';
import { openedFor } from '../simulations/secrets.ts';
import type { AuthIdClaims, AuthIds } from './authId.ts';

/** What a session's client is told: status and body of AM's answer, secrets opened, with an authId where there is a step to answer. */
export function clientAnswer(runtime: SimulationRuntime, authIds: AuthIds, session: Session): { status: 200 | 401; body: object } {
  const realm = `/${runtime.realm}`;
  const { status, body: kept, step } = sessionAnswer(session, realm);
  const body = runtime.ownAddresses(openedFor(kept, runtime.sealer));
  return { status, body: step ? { authId: authIds.sign(claimsOf(session, realm, runtime.clock.now())), ...body } : body };
}

function claimsOf(session: Session, realm: string, now: number): AuthIdClaims {
  const iat = Math.floor(now / 1000);
  const { otk, id: sessionId, transaction } = session;
  const [authIndexType, authIndexValue] = transaction === null ? ['service', session.journey] : ['transaction', transaction];
  return { authIndexValue, otk, authIndexType, realm, sessionId, exp: iat + AUTH_ID_SECONDS, iat };
}
