import type { JsonObject } from '@tandem/journey';
import type { LogLevel, NodeContext, SourceMark, StateScope } from '@tandem/nodes';
import type { Draft } from '../draft.ts';
import { nodeEvent, type OpenEvent } from '../event.ts';
import type { Model } from '../model.ts';
import type { RandomStream } from '../random.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { EffectAnswer, EventKind, OwnedAnswer, RequestedEffect, Session } from '../state.ts';

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
  /** Calls of `effect` so far, by node; made with the first one. */
  calls: Map<string, number> | null;
  /** Each key once, in order of its first read. */
  reads: string[];
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

/** Writes AM's log line, with the node that wrote it. */
export function logLine(run: VisitRun, node: { id: string; type: string; displayName: string }, level: LogLevel, message: string): void {
  const event = nodeEvent(run.draft, 'log', run.session, node);
  event.level = level;
  event.message = message;
  run.draft.emit(event);
}

/** Begins the event that ends a visit: what decided, what was read and written. */
export function visitEvent(kind: EventKind, run: VisitRun, node: ResolvedNode): OpenEvent {
  const event = nodeEvent(run.draft, kind, run.session, node);
  if (run.because) event.because = run.because.rule;
  if (run.audit) event.audit = run.audit;
  const { assumptions } = run;
  if (assumptions.length > 0) event.assumptions = assumptions.length === 1 ? assumptions : [...new Set(assumptions)];
  event.reads = run.reads;
  event.writes = run.writes;
  return event;
}
