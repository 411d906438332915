import { FAILURE_NODE_ID, own, SUCCESS_NODE_ID } from '@tandem/journey';
import type { Draft } from '../draft.ts';
import { journeyOf, type OpenEvent, sessionEvent } from '../event.ts';
import type { Model } from '../model.ts';
import type { Breakpoint, EngineEvent, Input, Session } from '../state.ts';

/** What a person who holds journeys up wants to see. Sessions are held between two visits: no visit is ever cut in two. */

/** The breakpoint that holds a session before its next visit, or "step" when it was let go for one visit only; null: it goes on. */
export function stopBefore(draft: Draft, session: Session): string | null {
  const { status } = session;
  if (status.kind !== 'due' || status.passed || status.begun) return null;
  if (session.stepping) return 'step';
  return draft.state.breakpoints?.find((breakpoint) => breakpoint.on === 'node' && stands(session, breakpoint))?.id ?? null;
}

function stands(session: Session, { journey, node }: Extract<Breakpoint, { on: 'node' }>): boolean {
  return session.node === node && (journey === undefined || journey === journeyOf(session));
}

/** Holds the session where it is: its client waits, as it does for a node that takes its time. */
export function hold(model: Model, draft: Draft, session: Session, by: string): void {
  if (session.status.kind !== 'due') return;
  draft.set(['sessions', session.id, 'status'], { kind: 'held', by, due: session.status });
  if (session.stepping) draft.remove(['sessions', session.id, 'stepping']);
  tell(model, draft, session, by, `Held before ${placeName(model, session) ?? 'the next node'}`);
}

/**
 * After a visit: breakpoints that it met hold its session before the next visit; where the session asks its client or has ended, they are only told.
 */
export function stopAfter(model: Model, draft: Draft, session: Session): void {
  const { status } = session;
  if (session.stepping && status.kind !== 'due' && status.kind !== 'effect') draft.remove(['sessions', session.id, 'stepping']);
  if (!draft.state.breakpoints?.length) return;
  const met = draft.state.breakpoints.find((breakpoint) => draft.events.some((event) => meets(event, breakpoint)));
  if (met === undefined) return;
  if (status.kind === 'due') hold(model, draft, session, met.id);
  else tell(model, draft, session, met.id, 'A breakpoint was met');
}

function meets(event: EngineEvent, breakpoint: Breakpoint): boolean {
  switch (breakpoint.on) {
    case 'outcome':
      return event.kind === 'visited' && event.node === breakpoint.node && event.outcome === breakpoint.outcome;
    case 'key':
      return event.writes?.some(({ key }) => key === breakpoint.key) === true;
    case 'transaction':
      return event.state === breakpoint.state && (breakpoint.result === undefined || event.result === breakpoint.result);
    case 'node':
    case 'time':
      return false;
  }
}

/** Lets a held session go on; `step`: for one visit. */
export function release(model: Model, draft: Draft, session: Session, { step }: Extract<Input, { kind: 'continue' }>): void {
  const { status } = session;
  if (status.kind !== 'held') return;
  const { due } = status;
  if (step) draft.set(['sessions', session.id, 'stepping'], true);
  draft.set(['sessions', session.id, 'status'], { ...due, due: Math.max(due.due, draft.state.now), passed: true });
  const event = placedEvent(model, draft, 'released', session);
  event.message = step ? 'Goes on for one node' : 'Goes on';
  draft.emit(event);
}

function tell(model: Model, draft: Draft, session: Session, by: string, message: string): void {
  const event = placedEvent(model, draft, 'held', session);
  event.message = message;
  event.data = { breakpoint: by };
  draft.emit(event);
}

/** An event that names the node where its session stands. */
function placedEvent(model: Model, draft: Draft, kind: 'held' | 'released', session: Session): OpenEvent {
  const event = sessionEvent(draft, kind, session);
  if (session.node !== null) event.node = session.node;
  const name = placeName(model, session);
  if (name !== undefined) event.nodeName = name;
  return event;
}

function placeName({ realm }: Model, session: Session): string | undefined {
  const { node } = session;
  if (node === null) return undefined;
  if (node === SUCCESS_NODE_ID) return 'Success';
  if (node === FAILURE_NODE_ID) return 'Failure';
  return own(own(realm.journeys, journeyOf(session))?.tree.nodes ?? {}, node)?.displayName;
}
