import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import type { Draft } from '../draft.ts';
import { journeyOf } from '../event.ts';
import type { Model, Place } from '../model.ts';
import { own } from '../own.ts';
import type { Session } from '../state.ts';

/** Puts a session at a node; the visit takes effect when its latency has passed. The write travels with the next event. */
export function enter(model: Model, draft: Draft, session: Session, node: string): void {
  draft.set(['sessions', session.id, 'node'], node);
  schedule(model, draft, session, null);
}

/** Makes the next visit of the session's node due. `answers`: what the client gave for it. */
export function schedule(model: Model, draft: Draft, session: Session, answers: SessionAnswers, resumed = false): void {
  const { state } = draft;
  draft.set(['arrivals'], state.arrivals + 1);
  const due = state.now + latencyOf(model, state.latency, session);
  const status: Session['status'] = { kind: 'due', due, order: state.arrivals, answers };
  if (resumed) status.resumed = true;
  draft.set(['sessions', session.id, 'status'], status);
}
type SessionAnswers = Extract<Session['status'], { kind: 'due' }>['answers'];

function latencyOf(model: Model, latency: Record<string, number>, session: Session): number {
  if (session.node === null || isEmpty(latency)) return 0;
  for (const name of latencyNames(model.place(journeyOf(session), session.node), session.node)) {
    const exact = own(latency, name) ?? own(latency, name.toLowerCase());
    if (exact !== undefined) return exact;
  }
  return 0;
}

function isEmpty(map: object): boolean {
  for (const _key in map) return false;
  return true;
}

/** Names under which a latency may be set for a node, most specific first. */
function latencyNames(place: Place, id: string): string[] {
  if (place.kind === 'node') return [id, place.node.displayName, place.node.type, place.node.typeName];
  if (id === SUCCESS_NODE_ID) return [id, 'Success', 'SuccessNode'];
  if (id === FAILURE_NODE_ID) return [id, 'Failure', 'FailureNode'];
  return [id];
}
