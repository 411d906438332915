import type { Model } from './model.ts';
import { ssoEnd } from './session/ssoEnd.ts';
import type { Message, Session, SimulationState, SsoSession, Transaction } from './state.ts';

/**
 * Something that becomes due at a time. Some need no input, they tell what a person may want to see: `poll-due`, when a waiting client may come
 * back; `answer-expired`, from when on no answer to a step can be right (a one-time password ended); `push-expired`, when a push can no longer be
 * answered; `auth-id-expired`, when what the client holds is too old to be sent back; `sso-session-expired`, when a session that a journey gave is
 * over. A suspension ends with its session: `session-expired`.
 */
export interface Due {
  at: number;
  kind:
    | 'visit'
    | 'transaction-expired'
    | 'session-expired'
    | 'poll-due'
    | 'answer-expired'
    | 'push-expired'
    | 'auth-id-expired'
    | 'sso-session-expired';
  session?: string;
  transaction?: string;
  message?: string;
  node?: string;
  /** Arrival order among visits due at the same time. */
  order: number;
}

/** Whether the engine has to be told when it becomes due. */
export function needsInput({ kind }: Due): boolean {
  return kind === 'visit' || kind === 'transaction-expired' || kind === 'session-expired';
}

/** What one session waits for: its visit, the end of its poll, the end of what it asked for, its timeout. */
export function sessionDues(session: Session): Due[] {
  const { status } = session;
  if (status.kind === 'ended') return [];
  const dues = [dueOf(session, 'session-expired', session.expiresAt)];
  if (status.kind === 'due') dues.push(dueOf(session, 'visit', status.due, status.order));
  if (status.kind === 'callbacks' && status.poll) dues.push(dueOf(session, 'poll-due', status.poll.due));
  if (status.kind === 'callbacks' && status.expires !== undefined) dues.push(dueOf(session, 'answer-expired', status.expires));
  if (status.kind === 'callbacks' && status.authIdUntil !== undefined) dues.push(dueOf(session, 'auth-id-expired', status.authIdUntil));
  return dues;
}

/** Written out for V8, which is slow at literals that begin with a spread. */
function dueOf({ id, node }: Session, kind: Due['kind'], at: number, order = 0): Due {
  return node === null ? { at, kind, session: id, order } : { at, kind, session: id, node, order };
}

export function transactionDues(transaction: Transaction): Due[] {
  return transaction.expired ? [] : [{ at: transaction.expiresAt, kind: 'transaction-expired', transaction: transaction.id, order: 0 }];
}

function messageDues({ id, session, push, answered }: Message): Due[] {
  return push && !answered ? [{ at: push.expiresAt, kind: 'push-expired', message: id, session, order: 0 }] : [];
}

function ssoSessionDues(sso: SsoSession, since: number): Due[] {
  const end = ssoEnd(sso);
  return end > since ? [{ at: end, kind: 'sso-session-expired', order: 0 }] : [];
}

/**
 * Everything a state waits for, in time order; at the same time deadlines come before visits, visits in order of arrival.
 *
 * @param since SSO sessions, which nothing ends but time, count when they end after this; epoch ms
 */
export function dues(state: SimulationState, since = state.now): Due[] {
  const all = [
    ...Object.values(state.sessions).flatMap(sessionDues),
    ...Object.values(state.transactions).flatMap(transactionDues),
    ...Object.values(state.outbox).flatMap(messageDues),
    ...Object.values(state.ssoSessions).flatMap((sso) => ssoSessionDues(sso, since)),
  ];
  return all.sort(compareDues);
}

const rank: Record<Due['kind'], number> = {
  'transaction-expired': 0,
  'session-expired': 1,
  visit: 2,
  'poll-due': 3,
  'answer-expired': 4,
  'push-expired': 5,
  'auth-id-expired': 6,
  'sso-session-expired': 7,
};
export function compareDues(a: Due, b: Due): number {
  return a.at - b.at || rank[a.kind] - rank[b.kind] || a.order - b.order;
}

/** Names that a latency setting may use in this realm: node ids, display names, types and type names, lower case. Unknown names are a mistake worth telling. */
export function latencyNames(model: Model): Set<string> {
  const names = new Set(['success', 'failure', 'successnode', 'failurenode']);
  for (const [journey, { tree }] of Object.entries(model.realm.journeys)) {
    for (const id of [...Object.keys(tree.nodes ?? {}), ...Object.keys(tree.staticNodes ?? {})]) {
      names.add(id.toLowerCase());
      const place = model.place(journey, id);
      if (place.kind === 'node') for (const name of [place.node.displayName, place.node.type, place.node.typeName]) names.add(name.toLowerCase());
    }
  }
  return names;
}
