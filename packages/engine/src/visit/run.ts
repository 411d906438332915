import type { JsonObject } from '@tandem/journey';
import type { LogLevel, NodeContext, SourceMark, StateScope } from '@tandem/nodes';
import type { Draft } from '../draft.ts';
import type { Model, ResolvedNode } from '../model.ts';
import type { RandomStream } from '../random.ts';
import type { EffectAnswer, OwnedAnswer, RequestedEffect, Session } from '../state.ts';

/** Ends a visit early: it needs an answer from outside. Never leaves the engine. */
export class EffectNeeded {
  constructor(
    readonly key: string,
    readonly node: string,
    readonly effect: RequestedEffect['effect'],
  ) {}
}

/** What all nodes of one visit share (a page's children are visited together), and what the visit leaves behind for its event. */
export interface VisitRun {
  readonly model: Model;
  readonly draft: Draft;
  readonly session: Session;
  readonly random: RandomStream;
  /** The visit's time, epoch ms; a visit that waits for an effect goes on later, but sees the time at which it began. */
  readonly began: number;
  /** Answers that came with the request, with the node that asked for each. */
  readonly answers: readonly OwnedAnswer[] | null;
  readonly results: Readonly<Record<string, EffectAnswer>>;
  /** The context of a node in a visit: a page needs one for each of its children. */
  contextOf(run: VisitRun, node: ResolvedNode): NodeContext;
  /** Calls of `effect` so far, by node. */
  readonly calls: Map<string, number>;
  readonly reads: Set<string>;
  readonly writes: { key: string; scope: StateScope }[];
  because: { rule: string; mark: SourceMark } | null;
  readonly assumptions: string[];
  /** What AM would add to its audit entry of this visit. */
  audit: JsonObject | null;
  /** Whether the client came back from a suspension. */
  readonly resumed: boolean;
  /** Id that would bring the client back, once a node or script asked for its address. */
  suspended: string | null;
}

/** The journey that a session stands in: the innermost one. */
export function journeyOf(session: Session): string {
  return session.inner.length === 0 ? session.journey : (session.inner.at(-1)?.journey ?? session.journey);
}

/** Writes AM's log line, with the node that wrote it. */
export function logLine(run: VisitRun, node: { id: string; type: string; displayName: string }, level: LogLevel, message: string): void {
  const { session, draft } = run;
  draft.emit({ kind: 'log', ...sessionFields(session), node: node.id, nodeType: node.type, nodeName: node.displayName, level, message });
}

/**
 * Fields that place an event in its run. Spread them behind a property of the event's own: `{ kind, ...sessionFields(session), ... }`. V8 clones an
 * object that a literal begins with and then adds each further property slowly, which made a visit three times as dear.
 */
export function sessionFields(session: Session): { run: string; session: string; journey: string; player?: string; transaction?: string } {
  return {
    run: session.run,
    session: session.id,
    journey: journeyOf(session),
    ...(session.player === null ? {} : { player: session.player }),
    ...(session.transaction === null ? {} : { transaction: session.transaction }),
  };
}

/** Fields common to the events that end a visit. */
export function visitFields(run: VisitRun, node: ResolvedNode): object {
  return {
    node: node.id,
    nodeType: node.type,
    nodeName: node.displayName,
    ...(run.because ? { because: run.because.rule } : {}),
    ...(run.audit ? { audit: run.audit } : {}),
    ...(run.assumptions.length ? { assumptions: [...new Set(run.assumptions)] } : {}),
    reads: [...run.reads],
    writes: run.writes,
  };
}
