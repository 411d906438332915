import type { Draft } from './draft.ts';
import type { EngineEvent, EventKind, Session } from './state.ts';

/** An event that is being written: `emit` adds the patch. */
export type OpenEvent = Omit<EngineEvent, 'patch'>;

/**
 * Begins an event of a session: who did it and in which run. Further fields are set one by one, in the order in which they shall stand in the log:
 * V8 is quick at that and slow at literals with spreads in them, which made half the cost of a visit.
 */
export function sessionEvent(draft: Draft, kind: EventKind, session: Session): OpenEvent {
  const event: OpenEvent = {
    seq: draft.state.seq + 1,
    at: draft.state.now,
    kind,
    run: session.run,
    session: session.id,
    journey: journeyOf(session),
  };
  if (session.player !== null) event.player = session.player;
  if (session.transaction !== null) event.transaction = session.transaction;
  return event;
}

/** Begins an event that a node of a session caused. */
export function nodeEvent(draft: Draft, kind: EventKind, session: Session, node: { id: string; type: string; displayName: string }): OpenEvent {
  if (session.player === null && session.transaction === null) {
    // All at once where nothing stands in between: an object that grows is made anew several times.
    return {
      seq: draft.state.seq + 1,
      at: draft.state.now,
      kind,
      run: session.run,
      session: session.id,
      journey: journeyOf(session),
      node: node.id,
      nodeType: node.type,
      nodeName: node.displayName,
    };
  }
  const event = sessionEvent(draft, kind, session);
  event.node = node.id;
  event.nodeType = node.type;
  event.nodeName = node.displayName;
  return event;
}

/** The journey that a session stands in: the innermost one. */
export function journeyOf(session: Session): string {
  return session.inner.length === 0 ? session.journey : (session.inner.at(-1)?.journey ?? session.journey);
}
