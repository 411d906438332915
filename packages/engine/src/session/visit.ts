import { type Action, NodeProcessError } from '@tandem/nodes';
import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { journeyOf, sessionEvent } from '../event.ts';
import type { Model } from '../model.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { RequestedEffect, Session } from '../state.ts';
import { deadline } from '../time.ts';
import { nodeContext } from '../visit/context.ts';
import { type VisitInput, visitRun } from '../visit/newRun.ts';
import { EffectNeeded, logLine, type VisitRun, visitEvent } from '../visit/run.ts';
import { ask } from './ask.ts';
import { fail, LOGIN_FAILURE, reachFailure } from './fail.ts';
import { catchError, endInner, startInner } from './inner.ts';
import { takeOutcome } from './outcome.ts';
import { succeed } from './succeed.ts';
import { suspendSession } from './suspend.ts';

/** AM lets such a loop run until the journey's time is over; with a clock that stands still it would never end. */
const MAX_HOPS = 1000;

/**
 * One node visit. Either the node chooses an outcome, or it sends callbacks, or the visit needs an answer from the driver: then nothing of it is
 * kept but the random bytes, and it runs again from its start when the answer is there.
 *
 * @returns the effect that it waits for, if any
 */
export function visit(model: Model, draft: Draft, session: Session, input: VisitInput): RequestedEffect | undefined {
  const journey = journeyOf(session);
  const place = model.place(journey, session.node ?? '');
  if (place.kind !== 'node') {
    if (session.node !== null) countVisit(draft, session, session.node);
    if (session.inner.length > 0 && place.kind !== 'missing') endInner(model, draft, session, place.kind === 'success' ? 'true' : 'false');
    else if (place.kind === 'success') succeed(model, draft, session, input.random);
    else if (place.kind === 'failure') reachFailure(model, draft, session);
    else fail(draft, session, { message: LOGIN_FAILURE, log: place.message });
    return undefined;
  }
  const { node } = place;
  if (session.hops >= MAX_HOPS) {
    const log = `${MAX_HOPS} nodes in a row ran without asking the client anything: journey "${journey}" goes in a circle at "${node.displayName}". Put a node that asks or waits into the loop.`;
    fail(draft, session, { message: LOGIN_FAILURE, log, node, assumptions: [ASSUMED.circle] });
    return undefined;
  }
  const mark = draft.mark();
  const run = visitRun(model, draft, session, input);
  let action: Action;
  try {
    action = node.execute(nodeContext(run, node));
  } catch (error) {
    if (error instanceof EffectNeeded) {
      draft.rollback(mark);
      return wait(draft, session, input, error);
    }
    draft.keep();
    // A node that cannot go on ends the journey; a defect in a node must not take other sessions with it.
    const message =
      error instanceof NodeProcessError
        ? error.message
        : `Unexpected error in ${node.type}: ${error instanceof Error ? error.message : String(error)}`;
    countVisit(draft, session, node.id);
    logLine(run, node, 'error', message);
    if (!catchError(model, draft, session, node, message)) fail(draft, session, { message: LOGIN_FAILURE, node, assumptions: run.assumptions });
    return undefined;
  }
  draft.keep();
  countVisit(draft, session, node.id);
  leave(run, node, action);
  return undefined;
}

function leave(run: VisitRun, node: ResolvedNode, action: Action): void {
  if (action.kind === 'send') ask(run, node, action);
  else if (action.kind === 'suspend') suspendSession(run, node, action);
  else if (action.kind === 'enter') startInner(run, node, action);
  else takeOutcome(run.model, run.draft, run.session, node, action.outcome, visitEvent('visited', run, node));
}

function wait(draft: Draft, session: Session, input: VisitInput, needed: EffectNeeded): RequestedEffect {
  const id = `${session.id}:${session.visits[session.node ?? ''] ?? 0}:${draft.state.seq}:${needed.key}`;
  draft.set(['sessions', session.id, 'status'], {
    kind: 'effect',
    began: input.began,
    random: input.random,
    answers: input.answers,
    effect: { id, key: needed.key, node: needed.node, kind: needed.effect.kind },
    results: input.results,
    ...(input.resumed ? { resumed: true } : {}),
  });
  const event = sessionEvent(draft, 'effect-requested', session);
  event.node = needed.node;
  event.message = effectText(needed.effect);
  draft.emit(event);
  return { session: session.id, id, effect: needed.effect };
}

/** A visit whose script waited for HTTP stubs goes on when that time has passed. */
export function goOnLater(draft: Draft, session: Session, { began, random, results, answers, resumed }: VisitInput, ms: number): void {
  const { state } = draft;
  draft.set(['arrivals'], state.arrivals + 1);
  draft.set(['sessions', session.id, 'status'], {
    kind: 'due',
    due: deadline(state.now, ms),
    order: state.arrivals,
    answers,
    ...(resumed ? { resumed: true } : {}),
    begun: { began, random, results },
  });
  const event = sessionEvent(draft, 'effect-requested', session);
  if (session.node !== null) event.node = session.node;
  event.message = `The script waits ${ms} ms for HTTP answers`;
  draft.emit(event);
}

function effectText(effect: RequestedEffect['effect']): string {
  switch (effect.kind) {
    case 'script':
      return `Script ${effect.scriptName} runs`;
    case 'password':
      return 'Password check';
    case 'hash':
      return 'A new password is hashed';
    case 'compare':
      return 'What was given is compared';
    case 'policy':
      return 'Policies are checked';
  }
}

function countVisit(draft: Draft, session: Session, node: string): void {
  draft.set(['sessions', session.id, 'visits', node], (session.visits[node] ?? 0) + 1);
  draft.set(['sessions', session.id, 'hops'], session.hops + 1);
}
