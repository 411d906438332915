import { AUTH_ID_SECONDS, baseUrl, type Session, sessionAnswer } from '@tandem/engine';
import type { JsonObject } from '@tandem/journey';
import type { SimulationRuntime } from '../simulations/runtime.ts';
import { openedFor } from '../simulations/secrets.ts';
import type { AuthIdClaims, AuthIds } from './authId.ts';
import { isTrustedGoto } from './goto.ts';

/** What a session's client is told: status and body of AM's answer, secrets opened, with an authId where there is a step to answer. */
export function clientAnswer(runtime: SimulationRuntime, authIds: AuthIds, session: Session): { status: 200 | 401; body: object } {
  const realm = `/${runtime.realm}`;
  const { status, body: kept, step } = sessionAnswer(session, realm);
  const body = told(runtime, session, runtime.ownAddresses(openedFor(kept, runtime.sealer)));
  return { status, body: step ? { authId: authIds.sign(claimsOf(session, realm, runtime.clock.now())), ...body } : body };
}

/** A success as the realm wants it told: where to go from here, and no token where the cookie alone holds it (AM's HttpOnly mode). */
function told({ model }: SimulationRuntime, { request, status }: Session, body: JsonObject): JsonObject {
  if (status.kind !== 'ended' || status.result !== 'success') return body;
  const goto = request.parameters.goto?.[0];
  const trusted = goto !== undefined && isTrustedGoto(goto, baseUrl(model, request.base), { model });
  const changes: JsonObject = trusted ? { successUrl: goto } : {};
  if (model.realm.services.httpOnlyTokens === true && typeof body.tokenId === 'string') changes.tokenId = '';
  return { ...body, ...changes };
}

function claimsOf(session: Session, realm: string, now: number): AuthIdClaims {
  const iat = Math.floor(now / 1000);
  const { otk, id: sessionId, transaction } = session;
  const [authIndexType, authIndexValue] = transaction === null ? ['service', session.journey] : ['transaction', transaction];
  return { authIndexValue, otk, authIndexType, realm, sessionId, exp: iat + AUTH_ID_SECONDS, iat };
}
