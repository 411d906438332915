import type { SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import type { Json, JsonObject } from '@tandem/journey';
import { type AnsweredCall, answeredCall, isSealed, type StateScope } from '@tandem/nodes';
import { factsOf } from '../derive/facts.ts';
import type { RunHistory } from '../moment/histories.ts';

/** A key of node state that an event wrote: what stood there before and after. undefined: nothing. */
export interface Written {
  key: string;
  scope: StateScope;
  before: Json | undefined;
  after: Json | undefined;
}

/** A value that a client gave for a callback. */
export interface Answered {
  type: string;
  value: Json;
  place: readonly string[];
}

/** A line of a node's log. */
export interface Logged {
  seq: number;
  level: string;
  message: string;
  /** The HTTP call that it tells of. */
  call: AnsweredCall | null;
}

/** What there is to know of one event. */
export interface Details {
  because: string | null;
  assumptions: readonly string[];
  outcome: string | null;
  reads: readonly string[];
  writes: readonly Written[];
  lost: readonly string[];
  promoted: readonly string[];
  /** What a client answered, and where in the session that stands. */
  answered: readonly Answered[];
  /** Callbacks as they were sent to the client, or the notification. */
  sent: readonly { type: string; output: Json }[];
  data: JsonObject | null;
  audit: string | null;
  /** What the node logged on the way to this event. */
  logged: readonly Logged[];
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
const isData = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

export function detailsOf(event: SimEvent, events: readonly SimEvent[], history: RunHistory | null): Details {
  const facts = factsOf(event);
  const [before, after] = history && event.seq <= history.end ? [history.at(event.seq - 1), history.at(event.seq)] : [null, null];
  return {
    because: facts.because,
    assumptions: facts.assumptions,
    outcome: facts.outcomeName ?? facts.outcome,
    reads: texts(event.reads),
    writes: facts.writes.map(({ key, scope }) => ({
      key,
      scope,
      before: valueAt(before, event, scope, key),
      after: valueAt(after, event, scope, key),
    })),
    lost: facts.lost,
    promoted: texts(event.promoted),
    answered: answeredBy(event, after),
    sent: sentBy(event, after),
    data: isData(event.data) ? event.data : null,
    audit: facts.audit,
    logged: event.kind === 'visited' || event.kind === 'callbacks' ? loggedBy(event, events) : [],
  };
}

function valueAt(state: SimulationState | null, event: SimEvent, scope: StateScope, key: string): Json | undefined {
  const session = event.session === undefined ? undefined : state?.sessions[event.session];
  return session && Object.hasOwn(session[scope], key) ? session[scope][key] : undefined;
}

/** Answers wait for the visit that takes them, or with it at a breakpoint. */
function answeredBy(event: SimEvent, after: SimulationState | null): Details['answered'] {
  const status = event.kind === 'answered' && event.session !== undefined ? after?.sessions[event.session]?.status : undefined;
  const due = status?.kind === 'held' ? status.due : status;
  if (due?.kind !== 'due') return [];
  const root = status?.kind === 'held' ? ['status', 'due', 'answers'] : ['status', 'answers'];
  return (due.answers ?? []).flatMap(({ type, values }, index) =>
    Object.entries(values).map(([suffix, value]) => ({ type, value, place: [...root, String(index), 'values', suffix] })),
  );
}

function sentBy(event: SimEvent, after: SimulationState | null): Details['sent'] {
  if (event.kind !== 'callbacks' && event.kind !== 'suspended') return [];
  const status = event.session === undefined ? undefined : after?.sessions[event.session]?.status;
  if (status?.kind !== 'callbacks') return [];
  return status.callbacks.map(({ type, output }) => ({ type, output: Object.fromEntries(output.map(({ name, value }) => [name, value])) }));
}

/** Log lines of the same node since the session's event before. */
function loggedBy(event: SimEvent, events: readonly SimEvent[]): Details['logged'] {
  const logged: Logged[] = [];
  let index = indexOf(events, event.seq) - 1;
  for (; index >= 0; index -= 1) {
    const earlier = events[index] as SimEvent;
    if (earlier.session !== event.session) continue;
    if (earlier.kind === 'visited' || earlier.kind === 'callbacks' || earlier.kind === 'session-started') break;
    if (earlier.kind !== 'log' || earlier.node !== event.node) continue;
    const message = earlier.message ?? '';
    logged.push({ seq: earlier.seq, level: earlier.level ?? 'info', message, call: answeredCall(message) });
  }
  return logged.reverse();
}

/** Events are in order of seq. */
function indexOf(events: readonly SimEvent[], seq: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as SimEvent).seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A value of node state in words: secrets are only named. */
export function valueText(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (isSealed(value)) return 'sealed';
  return JSON.stringify(value, (_, child: unknown) => (isSealed(child) ? 'sealed' : child));
}
