import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { nodeEvent, type OpenEvent, sessionEvent } from '../event.ts';
import { userOf } from '../identities.ts';
import type { Model } from '../model.ts';
import type { EventKind, Session } from '../state.ts';
import { liveTransaction } from '../transaction/read.ts';

/** AM's message of a failed journey. */
export const LOGIN_FAILURE = 'Login failure';

export interface FailureDetails {
  /** AM's message to the client. */
  message: string;
  /** Log line that says why, when a person should know more than the client is told. */
  log?: string | undefined;
  errorCode?: string | undefined;
  assumptions?: readonly string[] | undefined;
  /** false: the transaction is not touched (timeouts and refused approvals). */
  affectsTransaction?: boolean | undefined;
  node?: { id: string; type: string; displayName: string } | undefined;
}

/**
 * Ends a session as a failure. Its transaction becomes DENIED when retries are not allowed; otherwise it stays open until its time has passed
 * (Ping docs: Allow Retry; "never DENIED unless allowRetry is false").
 */
export function fail(draft: Draft, session: Session, details: FailureDetails): void {
  if (details.log !== undefined) {
    const line = failureEvent(draft, 'log', session, details);
    line.level = 'error';
    line.message = details.log;
    draft.emit(line);
  }
  const failureUrl = typeof session.shared.failureUrl === 'string' ? session.shared.failureUrl : '';
  draft.set(['sessions', session.id, 'status'], {
    kind: 'ended',
    result: 'failure',
    at: draft.state.now,
    tokenId: null,
    message: messageOf(session, details),
    errorCode: details.errorCode ?? null,
    successUrl: '',
    failureUrl,
    details: session.details.failure,
  });
  draft.set(['sessions', session.id, 'transient'], {});
  draft.set(['sessions', session.id, 'secure'], {});
  const event = failureEvent(draft, 'session-ended', session, details);
  event.result = 'failure';
  event.message = `${session.journey || 'The request'} failed: ${details.message}`;
  if (details.assumptions?.length) event.assumptions = [...details.assumptions];
  draft.emit(event);
  if (details.affectsTransaction !== false && session.transaction !== null) failTransaction(draft, session, session.transaction);
}

/** Begins an event at the node that failed, else at the one where the session stands. */
function failureEvent(draft: Draft, kind: EventKind, session: Session, { node }: FailureDetails): OpenEvent {
  if (node) return nodeEvent(draft, kind, session, node);
  const event = sessionEvent(draft, kind, session);
  if (session.node !== null) event.node = session.node;
  return event;
}

/**
 * What the journey itself says about its failure replaces AM's standard sentence, and no other: the message of Set Failure Details, which AM puts
 * into the finished answer (AM 8.0.2, FailureDetailsTreeHook), else `errorMessage` of shared state (`action.withErrorMessage`).
 */
function messageOf(session: Session, { message }: FailureDetails): string {
  if (message !== LOGIN_FAILURE) return message;
  return session.failureMessage ?? textIn(session, 'errorMessage') ?? message;
}

/** A sentence that the journey put into shared state. */
function textIn(session: Session, key: string): string | undefined {
  const value = session.shared[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * A journey reached Failure. A user whose account is locked is told `lockoutMessage`, when the journey has one (Ping docs: Failure node, account
 * lockout message of scripts).
 */
export function reachFailure(model: Model, draft: Draft, session: Session): void {
  const lockout = textIn(session, 'lockoutMessage');
  const locked = lockout !== undefined && userOf(model, draft.state, session)?.accountStatus === 'inactive';
  const assumptions = locked ? [ASSUMED.lockedUser] : [];
  fail(draft, session, { message: locked ? lockout : LOGIN_FAILURE, assumptions });
}

function failTransaction(draft: Draft, session: Session, id: string): void {
  const transaction = liveTransaction(draft.state, id, session.role);
  if (!transaction || transaction.state === 'COMPLETED') return;
  if (transaction.allowRetry) {
    const event = sessionEvent(draft, 'transaction-retry', session);
    event.state = transaction.state;
    event.message = 'The attempt failed; it may be retried until Max Time';
    event.assumptions = [ASSUMED.retry];
    draft.emit(event);
    return;
  }
  draft.set(['transactions', id, 'state'], 'COMPLETED');
  draft.set(['transactions', id, 'result'], 'DENIED');
  const event = sessionEvent(draft, 'transaction-completed', session);
  event.state = 'COMPLETED';
  event.result = 'DENIED';
  event.message = 'The attempt failed and retries are not allowed: denied';
  draft.emit(event);
}
