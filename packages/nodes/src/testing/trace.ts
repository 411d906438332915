import type { Json } from '@tandem/journey';
import type { Action, AnsweredCallback } from '../contract.ts';
import { executorFor } from '../execute.ts';
import { echo, type FakeContext, type FakeOptions, fakeContext, outputs, sent } from './fake-context.ts';

/** What the client does after a visit: inputs by callback place and suffix, nothing (the step sent back as it came), or it comes back from a suspension. */
export interface TraceStep {
  /** By place of the callback in the step: its main input, or all inputs by suffix. */
  answer?: Record<number, Json | Record<string, Json>>;
  /** Time that passes before, ms. */
  after?: number;
  /** The client comes back through the suspension's address. */
  resume?: true;
  /** What changed outside meanwhile: messages answered, identities changed. */
  options?: Partial<FakeOptions>;
}

/**
 * Drives one node from its first visit to its outcome, as the engine would, and tells what happened line by line: the node's golden trace.
 *
 * @example trace('UsernameCollectorNode', {}, [{ answer: { 0: 'bjensen' } }])
 * // ['ask NameCallback {"prompt":"User Name"}', 'answer NameCallback ["bjensen"]', 'put shared username "bjensen"', 'go outcome']
 */
export function trace(type: string, options: FakeOptions = {}, steps: readonly TraceStep[] = []): string[] {
  const lines: string[] = [];
  const state = { shared: { ...options.shared }, transient: { ...options.transient }, secure: { ...options.secure } };
  let current: FakeOptions = { ...options, ...state };
  let left = [...steps];
  for (;;) {
    const context = fakeContext(type, current);
    const action = run(type, context, lines);
    if (!action) return lines;
    tell(context, current, lines);
    lines.push(...wordsOf(action));
    const [step, ...rest] = left;
    if (action.kind === 'goTo' || action.kind === 'enter' || !step) return lines;
    left = rest;
    current = next(current, context, action, step, lines);
  }
}

function run(type: string, context: FakeContext, lines: string[]): Action | undefined {
  try {
    return executorFor(type)(context);
  } catch (error) {
    lines.push(`throw ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** What the visit left behind, in a fixed order: logs, state, identities, transactions, messages, session. */
function tell({ recorded }: FakeContext, before: FakeOptions, lines: string[]): void {
  for (const { level, message } of recorded.logs) lines.push(`log ${level} ${message}`);
  for (const { name, kind, value } of recorded.metrics) lines.push(`metric ${kind} ${name} ${value}`);
  for (const scope of ['shared', 'transient', 'secure'] as const) {
    const old = before[scope] ?? {};
    for (const [key, value] of Object.entries(recorded[scope])) {
      if (JSON.stringify(old[key]) !== JSON.stringify(value)) lines.push(`put ${scope} ${key} ${JSON.stringify(value)}`);
    }
    for (const key of Object.keys(old)) if (!Object.hasOwn(recorded[scope], key)) lines.push(`remove ${scope} ${key}`);
  }
  for (const identity of recorded.saved) lines.push(`save ${JSON.stringify(identity)}`);
  for (const { type, object } of recorded.savedObjects) lines.push(`save managed/${type} ${JSON.stringify(object)}`);
  for (const id of recorded.removed) lines.push(`delete ${id}`);
  for (const { journey, subject, data } of recorded.created) {
    lines.push(`transaction for ${subject?.name ?? 'anybody'} starts ${journey} ${JSON.stringify(data)}`);
  }
  for (const data of recorded.notified) lines.push(`notify ${JSON.stringify(data)}`);
  for (const { kind, to, text } of recorded.sent) lines.push(`send ${kind} to ${to}: ${text}`);
  for (const [key, value] of Object.entries(recorded.sessionProperties)) lines.push(`session ${key} ${JSON.stringify(value)}`);
  for (const limits of recorded.limits) lines.push(`limits ${JSON.stringify(limits)}`);
  for (const name of recorded.identified) lines.push(`identify ${name}`);
  for (const [on, details] of Object.entries(recorded.details)) {
    for (const [key, value] of Object.entries(details)) lines.push(`detail ${on} ${key} ${JSON.stringify(value)}`);
  }
  if (recorded.failureMessage !== null) lines.push(`failure message ${recorded.failureMessage}`);
}

function wordsOf(action: Action): string[] {
  if (action.kind === 'goTo') return [`go ${action.outcome}`];
  if (action.kind === 'enter') return [`enter ${action.journey}`];
  const asked = sent(action).map((callback) => `ask ${callback.type} ${JSON.stringify(outputs(callback))}`);
  return action.kind === 'suspend' ? [...asked, `suspend ${action.minutes ?? 'default'} min`] : asked;
}

function next(options: FakeOptions, { recorded, now }: FakeContext, action: Action, step: TraceStep, lines: string[]): FakeOptions {
  const { answer = {}, after = 0, resume } = step;
  const answers: AnsweredCallback[] | undefined = resume
    ? undefined
    : echo(
        action,
        Object.fromEntries(Object.entries(answer).map(([place, given]) => [place, isInputs(given) ? given : { '': given }])) as Record<
          number,
          Record<string, Json>
        >,
      );
  if (resume) lines.push('resume');
  for (const { type, values } of answers ?? []) lines.push(`answer ${type} ${JSON.stringify(Object.values(values))}`);
  const { answers: _before, ...kept } = options;
  return {
    ...kept,
    ...(answers ? { answers } : {}),
    resumed: resume === true,
    now: now + after,
    shared: recorded.shared,
    transient: recorded.transient,
    secure: recorded.secure,
    identities: [...(options.identities ?? []).filter(({ _id }) => !recorded.saved.some((saved) => saved._id === _id)), ...recorded.saved],
    ...step.options,
  };
}

/** A record of inputs by suffix, apart from a sealed value, which is a value. */
function isInputs(given: Json | Record<string, Json>): given is Record<string, Json> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) && !Object.hasOwn(given, '$sealed');
}
