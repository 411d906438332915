import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { userOf } from '../identities.ts';
import type { Model } from '../model.ts';
import type { Session } from '../state.ts';
import { liveTransaction } from '../transaction/read.ts';
import { sessionFields } from '../visit/run.ts';

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
  const { node } = details;
  const place = node ? { node: node.id, nodeType: node.type, nodeName: node.displayName } : session.node === null ? {} : { node: session.node };
  if (details.log !== undefined) draft.emit({ kind: 'log', ...sessionFields(session), ...place, level: 'error', message: details.log });
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
  draft.emit({
    kind: 'session-ended',
    ...sessionFields(session),
    ...place,
    result: 'failure',
    message: `${session.journey || 'The request'} failed: ${details.message}`,
    ...(details.assumptions?.length ? { assumptions: [...details.assumptions] } : {}),
  });
  if (details.affectsTransaction !== false && session.transaction !== null) failTransaction(draft, session, session.transaction);
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
  const transaction = liveTransaction(draft.state, id);
  if (!transaction || transaction.state === 'COMPLETED') return;
  if (transaction.allowRetry) {
    draft.emit({
      kind: 'transaction-retry',
      ...sessionFields(session),
      state: transaction.state,
      message: 'The attempt failed; it may be retried until Max Time',
      assumptions: [ASSUMED.retry],
    });
    return;
  }
  draft.set(['transactions', id, 'state'], 'COMPLETED');
  draft.set(['transactions', id, 'result'], 'DENIED');
  draft.emit({
    kind: 'transaction-completed',
    ...sessionFields(session),
    state: 'COMPLETED',
    result: 'DENIED',
    message: 'The attempt failed and retries are not allowed: denied',
  });
}
