import type { Action } from '@tandem/nodes';
import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import type { Model } from '../model.ts';
import { own } from '../own.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { Input, SentCallback, Session, SimulationState } from '../state.ts';
import { deadline } from '../time.ts';
import { type VisitRun, visitEvent } from '../visit/run.ts';
import { DEFAULT_SUSPENSION_MINUTES, suspendedId } from '../visit/suspension.ts';
import { journeyTime } from './create.ts';
import { schedule } from './enter.ts';
import { keepConfig } from './inner.ts';
import { useSso } from './sso.ts';
import { keepTransient } from './transient.ts';

/**
 * Sends the client away: it comes back under the suspended id, in this browser or another, until the time is over (Ping docs: suspended
 * authentication). What the client is shown has no inputs.
 */
export function suspendSession(run: VisitRun, node: ResolvedNode, action: Extract<Action, { kind: 'suspend' }>): void {
  const { draft, session } = run;
  const { lost, promoted } = keepTransient(run, node);
  keepConfig(draft, session);
  const callbacks: SentCallback[] = action.callbacks.map((callback) => ({ ...callback, node: node.id }));
  const suspended = suspendedId(run);
  draft.set(['sessions', session.id, 'otk'], run.random.hex(16));
  draft.set(['sessions', session.id, 'status'], {
    kind: 'callbacks',
    callbacks,
    stage: null,
    header: null,
    description: null,
    poll: null,
    suspended,
  });
  draft.set(['sessions', session.id, 'expiresAt'], deadline(draft.state.now, (action.minutes ?? DEFAULT_SUSPENSION_MINUTES) * 60_000));
  const event = visitEvent('suspended', run, node);
  if (lost.length > 0) event.lost = lost;
  if (promoted.length > 0) event.promoted = promoted;
  event.message = `${node.displayName} suspended the journey`;
  draft.emit(event);
}

/** The session that a suspended id stands for, while it may be resumed. */
export function suspendedSession(state: SimulationState, id: string): Session | undefined {
  return Object.values(state.sessions).find(
    ({ status, expiresAt }) => status.kind === 'callbacks' && status.suspended === id && state.now < expiresAt,
  );
}

/** The client is back: the node that suspended the session is visited again, the journey's time begins anew (assumption). */
export function resumeSession(model: Model, draft: Draft, input: Extract<Input, { kind: 'resume' }>): void {
  const session = own(draft.state.sessions, input.session);
  if (session?.status.kind !== 'callbacks' || session.status.suspended !== input.suspended || draft.state.now >= session.expiresAt) return;
  // Query parameters belong to the start of the journey.
  draft.set(['sessions', session.id, 'request'], { ...input.request, parameters: session.request.parameters });
  draft.set(['sessions', session.id, 'expiresAt'], deadline(draft.state.now, journeyTime(model, session.journey)));
  draft.set(['sessions', session.id, 'hops'], 0);
  useSso(draft, session);
  schedule(model, draft, session, null, true);
  const event = sessionEvent(draft, 'resumed', session);
  if (session.node !== null) event.node = session.node;
  event.message = 'The client came back to the suspended journey';
  event.assumptions = [ASSUMED.resumed];
  draft.emit(event);
}
