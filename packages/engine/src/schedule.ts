import type { Model } from './model.ts';
import type { Session, SimulationState, Transaction } from './state.ts';

/** Something that becomes due at a time. `poll-due` is the client's business and needs no input: it tells when a waiting client may come back. */
export interface Due {
  at: number;
  kind: 'visit' | 'transaction-expired' | 'session-expired' | 'poll-due';
  session?: string;
  transaction?: string;
  node?: string;
  /** Arrival order among visits due at the same time. */
  order: number;
}

/** What one session waits for: its visit, the end of its poll, its timeout. */
export function sessionDues(session: Session): Due[] {
  const { status } = session;
  if (status.kind === 'ended') return [];
  const base = { session: session.id, ...(session.node === null ? {} : { node: session.node }) };
  const dues: Due[] = [{ ...base, at: session.expiresAt, kind: 'session-expired', order: 0 }];
  if (status.kind === 'due') dues.push({ ...base, at: status.due, kind: 'visit', order: status.order });
  if (status.kind === 'callbacks' && status.poll) dues.push({ ...base, at: status.poll.due, kind: 'poll-due', order: 0 });
  return dues;
}

export function transactionDues(transaction: Transaction): Due[] {
  return transaction.expired ? [] : [{ at: transaction.expiresAt, kind: 'transaction-expired', transaction: transaction.id, order: 0 }];
}

/** Everything a state waits for, in time order; at the same time deadlines come before visits, visits in order of arrival. */
export function dues(state: SimulationState): Due[] {
  const all = [...Object.values(state.sessions).flatMap(sessionDues), ...Object.values(state.transactions).flatMap(transactionDues)];
  return all.sort(compareDues);
}

const rank: Record<Due['kind'], number> = { 'transaction-expired': 0, 'session-expired': 1, visit: 2, 'poll-due': 3 };
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
