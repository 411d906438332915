import type { Identity } from '@tandem/journey';
import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import { userOf } from '../identities.ts';
import { type Model, realmPath } from '../model.ts';
import { RandomStream } from '../random.ts';
import type { Session, SsoSession } from '../state.ts';
import { deadline } from '../time.ts';
import { liveTransaction } from '../transaction/read.ts';
import { completeNodes } from './complete.ts';
import { successDetails, wantsDetails } from './details.ts';
import { fail, LOGIN_FAILURE } from './fail.ts';

/** AM's default maximum session time, in minutes. */
const DEFAULT_SESSION_MINUTES = 120;
/** AM's default idle time, in minutes. */
const DEFAULT_IDLE_MINUTES = 30;
const UNABLE_TO_APPROVE = 'Unable to approve transaction';

/**
 * Ends a session at Success: an SSO session is created and its transaction approved.
 *
 * @see facts 4.2: a COMPLETED transaction that is finished again gives "Unable to approve transaction"; so does another subject (assumption)
 */
export function succeed(model: Model, draft: Draft, session: Session, randomHex: string): void {
  const identity = userOf(model, draft.state, session);
  const noSession = model.tree(session.journey)?.noSession === true || session.request.parameters.noSession?.includes('true') === true;
  if (!identity && !noSession) {
    fail(draft, session, {
      message: LOGIN_FAILURE,
      log: `${session.journey} reached Success, but no user was identified: a session needs one.`,
      assumptions: [ASSUMED.noUser],
    });
    return;
  }
  const refusal = session.transaction === null ? undefined : approvalProblem(draft, session, session.transaction, identity);
  if (refusal) {
    fail(draft, session, { message: UNABLE_TO_APPROVE, log: refusal.log, assumptions: refusal.assumptions, affectsTransaction: false });
    return;
  }
  if (noSession && wantsDetails(session)) {
    const log = `${session.journey} makes no session, but has success details to add: they need one (Set Success Details).`;
    fail(draft, session, { message: LOGIN_FAILURE, log, assumptions: [ASSUMED.detailsWithoutSession] });
    return;
  }
  completeNodes(model, draft, session, randomHex);
  const sso = identity && !noSession ? createSsoSession(model, draft, session, identity, new RandomStream(randomHex)) : undefined;
  const url = session.shared.successUrl;
  draft.set(['sessions', session.id, 'status'], {
    kind: 'ended',
    result: 'success',
    at: draft.state.now,
    tokenId: sso?.token ?? null,
    message: '',
    errorCode: null,
    successUrl: typeof url === 'string' ? url : `/enduser/?realm=${realmPath(model.realm)}`,
    failureUrl: '',
    details: successDetails(session, sso),
  });
  draft.set(['sessions', session.id, 'transient'], {});
  draft.set(['sessions', session.id, 'secure'], {});
  const event = sessionEvent(draft, 'session-ended', session);
  if (session.node !== null) event.node = session.node;
  event.result = 'success';
  event.message = `${session.journey} succeeded${identity ? ` for ${identity.userName}` : ''}`;
  draft.emit(event);
  if (session.transaction !== null) approve(draft, session, session.transaction, sso);
}

function approvalProblem(
  draft: Draft,
  session: Session,
  id: string,
  identity: Identity | undefined,
): { log: string; assumptions: string[] } | undefined {
  const transaction = liveTransaction(draft.state, id, session.role);
  if (!transaction)
    return {
      log: `${UNABLE_TO_APPROVE}: its time has passed.`,
      assumptions: [ASSUMED.approvedLate],
    };
  if (transaction.state === 'COMPLETED') return { log: `${UNABLE_TO_APPROVE}: it is already ${transaction.result}.`, assumptions: [] };
  const { subject } = transaction;
  if (subject && subject.id !== identity?._id) {
    const log = `${UNABLE_TO_APPROVE}: it is for ${subject.name}, but ${identity?.userName ?? 'nobody'} finished ${session.journey}.`;
    return { log, assumptions: [ASSUMED.otherSubject] };
  }
  return undefined;
}

function createSsoSession(model: Model, draft: Draft, session: Session, identity: Identity, random: RandomStream): SsoSession {
  const { now } = draft.state;
  const minutes = session.maxSessionTime ?? model.tree(session.journey)?.maximumSessionTime ?? DEFAULT_SESSION_MINUTES;
  const universalId = `id=${identity._id},ou=${identity.kind},o=${model.realm.name},ou=services,ou=am-config`;
  const sso: SsoSession = {
    token: `${random.hex(24)}.*AAJTSQ*`,
    identity: identity._id,
    journey: session.journey,
    createdAt: now,
    expiresAt: deadline(now, minutes * 60_000),
    latestAccess: now,
    maxIdleTime: session.maxIdleTime ?? model.tree(session.journey)?.maximumIdleTime ?? DEFAULT_IDLE_MINUTES,
    properties: {
      AMCtxId: `${random.uuid()}-${draft.state.seq}`,
      UserId: identity._id,
      UserToken: identity._id,
      Principal: universalId,
      'sun.am.UniversalIdentifier': universalId,
      Organization: `o=${model.realm.name},ou=services,ou=am-config`,
      Service: session.journey,
      AuthLevel: String(session.shared.authLevel ?? 0),
      authInstant: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
      ...session.properties,
    },
  };
  draft.create(['ssoSessions', sso.token], sso);
  return sso;
}

function approve(draft: Draft, session: Session, id: string, sso: SsoSession | undefined): void {
  draft.set(['transactions', id, 'state'], 'COMPLETED');
  draft.set(['transactions', id, 'result'], 'APPROVED');
  draft.set(['transactions', id, 'sessionProperties'], { ...(sso?.properties ?? session.properties) });
  const event = sessionEvent(draft, 'transaction-completed', session);
  event.state = 'COMPLETED';
  event.result = 'APPROVED';
  event.message = 'The backchannel journey succeeded: approved';
  draft.emit(event);
}
