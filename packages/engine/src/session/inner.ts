import { deepEqual, type JsonObject } from '@tandem/journey';
import type { Action } from '@tandem/nodes';
import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { journeyOf, nodeEvent, sessionEvent } from '../event.ts';
import type { Model } from '../model.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { InnerJourney, Session } from '../state.ts';
import { logLine, type VisitRun, visitEvent } from '../visit/run.ts';
import { enter } from './enter.ts';
import { fail, LOGIN_FAILURE } from './fail.ts';
import { takeOutcome } from './outcome.ts';

/** AM ends such a journey with a stack overflow; journeys that contain each other would never end here. */
const MAX_DEPTH = 20;

/**
 * Starts a journey inside the one that the session stands in. Shared state flows in and out; of transient state only what the inner nodes declare
 * as input (AM 8.0.2 source, InnerTreeEvaluatorNode). The rest is put aside until the inner journey ends.
 */
export function startInner(run: VisitRun, node: ResolvedNode, action: Extract<Action, { kind: 'enter' }>): void {
  const { model, draft, session } = run;
  const { journey, errorOutcome, config } = action;
  const problem = problemOf(model, session, journey);
  if (problem) {
    logLine(
      run,
      node,
      'error',
      `${problem.message}${problem.hint}. Node "${node.displayName}" (${node.id}) in journey "${journeyOf(session)}" runs it.`,
    );
    if (!catchError(model, draft, session, node, problem.message))
      fail(draft, session, { message: LOGIN_FAILURE, node, assumptions: problem.assumptions });
    return;
  }
  const event = visitEvent('inner-started', run, node);
  event.message = `${node.displayName} runs ${journey}`;
  draft.emit(event);
  const entry = model.tree(journey)?.entryNodeId as string;
  const read = model.keysReadFrom(journey, entry);
  const transient: JsonObject = {};
  for (const [key, value] of Object.entries(session.transient)) {
    if (read.has('*') || read.has(key)) continue;
    transient[key] = value;
    draft.remove(['sessions', session.id, 'transient', key]);
  }
  const frame: InnerJourney = { journey, node: node.id, errorOutcome, transient, ...(config ? { config } : {}) };
  draft.set(['sessions', session.id, 'inner'], [...session.inner, frame]);
  enter(model, draft, session, entry);
}

/**
 * Why the journey cannot run: AM's message (AM 8.0.2 source: the node cannot be made, which is an exception of the journey around it, so its own
 * outcome Error does not catch it), and what would be right.
 */
function problemOf(model: Model, session: Session, journey: string): { message: string; hint: string; assumptions?: readonly string[] } | undefined {
  const tree = model.tree(journey);
  const message = `Configured tree does not exist: ${journey}`;
  if (!tree) return { message, hint: '' };
  if (tree.enabled === false) return { message, hint: ' (it is disabled)' };
  if (tree.transactionalOnly === true) return { message, hint: ' (it is transactional-only, which cannot be an inner journey)' };
  if (tree.entryNodeId === undefined) return { message, hint: ' (it has no start: connect Start to a node)' };
  if (session.inner.length >= MAX_DEPTH) {
    return { message: `Journey "${journey}" contains itself`, hint: `: ${MAX_DEPTH} run inside each other`, assumptions: [ASSUMED.depth] };
  }
  return undefined;
}

const ENDS = {
  true: 'The inner journey succeeded.',
  false: 'The inner journey failed.',
  error: 'An exception ended the inner journey.',
} as const;

/** Ends the innermost journey: the node that ran it takes `true` for Success, `false` for Failure, `error` for an exception. */
export function endInner(model: Model, draft: Draft, session: Session, outcome: 'true' | 'false' | 'error'): void {
  const frame = session.inner.at(-1) as InnerJourney;
  draft.set(['sessions', session.id, 'inner'], session.inner.slice(0, -1));
  if (Object.keys(frame.transient).length > 0) {
    draft.create(['sessions', session.id, 'transient'], { ...frame.transient, ...session.transient });
  }
  draft.set(['sessions', session.id, 'node'], frame.node);
  const event = sessionEvent(draft, 'inner-ended', session);
  event.node = frame.node;
  event.message = `${frame.journey} ended inside ${journeyOf(session)}: ${{ true: 'success', false: 'failure', error: 'exception' }[outcome]}`;
  draft.emit(event);
  const place = model.place(journeyOf(session), frame.node);
  if (place.kind === 'node') {
    const taken = nodeEvent(draft, 'visited', session, place.node);
    taken.because = ENDS[outcome];
    takeOutcome(model, draft, session, place.node, outcome, taken);
  } else fail(draft, session, { message: LOGIN_FAILURE, log: place.kind === 'missing' ? place.message : undefined });
}

/**
 * An exception inside a journey whose node shows the outcome Error: the outer journey goes on there and finds `errorNode` and `errorMessage` in
 * shared state.
 *
 * @returns false when no journey around it catches exceptions
 */
export function catchError(model: Model, draft: Draft, session: Session, node: ResolvedNode, message: string): boolean {
  const catching = session.inner.findLastIndex((frame) => frame.errorOutcome);
  if (catching < 0) return false;
  const frames = session.inner;
  const hidden = Object.assign({}, ...frames.slice(catching + 1).map((frame) => frame.transient)) as JsonObject;
  draft.set(['sessions', session.id, 'inner'], frames.slice(0, catching + 1));
  if (Object.keys(hidden).length > 0) draft.create(['sessions', session.id, 'transient'], { ...hidden, ...session.transient });
  draft.set(['sessions', session.id, 'shared', 'errorNode'], { id: node.id, displayName: node.displayName, type: node.type });
  draft.set(['sessions', session.id, 'shared', 'errorMessage'], message);
  endInner(model, draft, session, 'error');
  return true;
}

/**
 * The client is asked from inside a journey that a Configuration Provider runs: its configuration is kept in shared state, where AM finds it when the
 * client comes back (AM 8.0.2 source, ConfigProviderNode). It stays there.
 */
export function keepConfig(draft: Draft, session: Session): void {
  const config = session.inner.find((frame) => frame.config !== undefined)?.config;
  if (config !== undefined && !deepEqual(session.shared.config, config)) draft.set(['sessions', session.id, 'shared', 'config'], config);
}

/** State keys that a session's next nodes read, in the innermost journey and in those around it. */
export function keysReadLater(model: Model, session: Session, node: string): { has(key: string): boolean } {
  const sets = [model.keysReadFrom(journeyOf(session), node)];
  session.inner.forEach((frame, depth) => {
    sets.push(model.keysReadFrom(session.inner[depth - 1]?.journey ?? session.journey, frame.node));
  });
  return { has: (key) => sets.some((set) => set.has(key)) };
}
