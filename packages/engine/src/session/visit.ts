import { type Action, NodeProcessError } from '@tandem/nodes';
import type { Draft } from '../draft.ts';
import { type Model, own, type ResolvedNode } from '../model.ts';
import { RandomStream } from '../random.ts';
import type { EffectAnswer, OwnedAnswer, RequestedEffect, Session } from '../state.ts';
import { nodeContext } from '../visit/context.ts';
import { EffectNeeded, logLine, sessionFields, type VisitRun, visitFields } from '../visit/run.ts';
import { ask } from './ask.ts';
import { enter } from './enter.ts';
import { fail } from './fail.ts';
import { succeed } from './succeed.ts';

/** AM lets such a loop run until the journey's time is over; with a clock that stands still it would never end. */
const MAX_HOPS = 1000;

type Answers = OwnedAnswer[] | null;

/**
 * One node visit. Either the node chooses an outcome, or it sends callbacks, or the visit needs an answer from the driver: then nothing of it is
 * kept but the random bytes, and it runs again from its start when the answer is there.
 *
 * @returns the effect that it waits for, if any
 */
export function visit(
  model: Model,
  draft: Draft,
  session: Session,
  random: string,
  answers: Answers,
  results: Record<string, EffectAnswer>,
): RequestedEffect | undefined {
  const place = model.place(session.journey, session.node ?? '');
  if (place.kind !== 'node') {
    if (session.node !== null) countVisit(draft, session, session.node);
    if (place.kind === 'success') succeed(model, draft, session, random);
    else fail(draft, session, { message: 'Login failure', log: place.kind === 'missing' ? place.message : undefined });
    return undefined;
  }
  const { node } = place;
  if (session.hops >= MAX_HOPS) {
    const log = `${MAX_HOPS} nodes in a row ran without asking the client anything: journey "${session.journey}" goes in a circle at "${node.displayName}". Put a node that asks or waits into the loop.`;
    fail(draft, session, { message: 'Login failure', log, node, assumptions: ['A loop that never asks the client is stopped.'] });
    return undefined;
  }
  const mark = draft.mark();
  const run: VisitRun = {
    model,
    draft,
    session,
    random: new RandomStream(random),
    answers,
    results,
    contextOf: (run, resolved) => nodeContext(run, resolved),
    calls: new Map(),
    reads: new Set(),
    writes: [],
    because: null,
    assumptions: [],
  };
  let action: Action;
  try {
    action = node.execute(nodeContext(run, node));
  } catch (error) {
    if (error instanceof EffectNeeded) {
      draft.rollback(mark);
      return wait(draft, session, random, answers, results, error);
    }
    // A node that cannot go on ends the journey; a defect in a node must not take other sessions with it.
    const message =
      error instanceof NodeProcessError
        ? error.message
        : `Unexpected error in ${node.type}: ${error instanceof Error ? error.message : String(error)}`;
    countVisit(draft, session, node.id);
    logLine(run, node, 'error', message);
    fail(draft, session, { message: 'Login failure', node, assumptions: run.assumptions });
    return undefined;
  }
  countVisit(draft, session, node.id);
  if (action.kind === 'send') ask(run, node, action);
  else follow(run, node, action.outcome);
  return undefined;
}

function wait(
  draft: Draft,
  session: Session,
  random: string,
  answers: Answers,
  results: Record<string, EffectAnswer>,
  needed: EffectNeeded,
): RequestedEffect {
  const id = `${session.id}:${session.visits[session.node ?? ''] ?? 0}:${draft.state.seq}:${needed.key}`;
  draft.set(['sessions', session.id, 'status'], {
    kind: 'effect',
    random,
    answers,
    effect: { id, key: needed.key, node: needed.node, kind: needed.effect.kind },
    results,
  });
  draft.emit({
    kind: 'effect-requested',
    ...sessionFields(session),
    node: needed.node,
    message: needed.effect.kind === 'script' ? `Script ${needed.effect.scriptName} runs` : 'Password check',
  });
  return { session: session.id, id, effect: needed.effect };
}

function follow(run: VisitRun, node: ResolvedNode, outcome: string): void {
  const { model, draft, session } = run;
  const entry = own(model.tree(session.journey)?.nodes ?? {}, node.id);
  const target = own(entry?.connections ?? {}, outcome);
  draft.set(['sessions', session.id, 'outcomes', node.id], outcome);
  const name = node.outcomes.find((candidate) => candidate.id === outcome)?.displayName ?? outcome;
  if (target !== undefined) enter(model, draft, session, target);
  draft.emit({
    kind: 'visited',
    ...sessionFields(session),
    ...visitFields(run, node),
    outcome,
    outcomeName: name,
    message: `${node.displayName} chose ${name}`,
  });
  if (target === undefined) {
    const log = `Outcome "${name}" of node "${node.displayName}" (${node.id}) in journey "${session.journey}" is not connected: the journey ends as a failure.`;
    fail(draft, session, { message: 'Login failure', log, node, assumptions: ['An unconnected outcome ends the journey as a failure.'] });
  }
}

function countVisit(draft: Draft, session: Session, node: string): void {
  draft.set(['sessions', session.id, 'visits', node], (session.visits[node] ?? 0) + 1);
  draft.set(['sessions', session.id, 'hops'], session.hops + 1);
}
