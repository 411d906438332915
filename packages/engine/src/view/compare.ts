import type { EngineEvent, SimulationState } from '../state.ts';

/** An event as far as it is compared; times as numbers or ISO texts. */
export type ComparedEvent = Partial<Omit<EngineEvent, 'at' | 'kind' | 'patch'>> & { seq: number; at: number | string; kind: string };

/** Where two logs part. */
export interface FirstDifference {
  /** Seq of the event in each; null where that log is over. */
  a: number | null;
  b: number | null;
  /** Fields of the event that differ; empty when one log is over. */
  fields: string[];
}

export interface LogComparison {
  /** Null: the logs tell the same. */
  first: FirstDifference | null;
  /** Events that both tell alike before that. */
  same: number;
  /** Ids of sessions and transactions of the second log, by those of the first that they stand for. */
  ids: ReadonlyMap<string, string>;
}

/** Inputs of a fork that make the difference, not what comes of it. */
const MADE_BY_HAND = new Set(['realm', 'latency', 'state-edited', 'clock', 'control', 'held', 'released']);
const FIELDS = [
  'kind',
  'at',
  'run',
  'session',
  'transaction',
  'journey',
  'node',
  'nodeType',
  'outcome',
  'level',
  'message',
  'because',
  'reads',
  'writes',
  'lost',
  'promoted',
  'callbacks',
  'state',
  'result',
  'data',
] as const;

/**
 * The first event in which two logs tell something else. What differs between any two runs is no difference: seq, the absolute time (of runs that
 * begin at other times), ids that are drawn by chance, and the steps by which a person made a fork another one.
 */
export function compareLogs(a: readonly ComparedEvent[], b: readonly ComparedEvent[]): LogComparison {
  const [left, right] = [told(a), told(b)];
  const start = [timeOf(left[0]), timeOf(right[0])] as const;
  const ids = new Ids();
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index], right[index]];
    const done = { same: index, ids: ids.other };
    if (!one || !other) return { ...done, first: { a: one?.seq ?? null, b: other?.seq ?? null, fields: [] } };
    for (const name of ['run', 'session', 'transaction'] as const) ids.meet(one[name], other[name]);
    const fields = FIELDS.filter((field) => {
      if (field === 'at') return timeOf(one) - start[0] !== timeOf(other) - start[1];
      return ids.named(one[field]) !== ids.named(other[field], true);
    });
    if (fields.length > 0) return { ...done, first: { a: one.seq, b: other.seq, fields } };
  }
  return { first: null, same: left.length, ids: ids.other };
}

function told(events: readonly ComparedEvent[]): readonly ComparedEvent[] {
  return events.filter(({ kind }) => !MADE_BY_HAND.has(kind));
}

function timeOf(event: ComparedEvent | undefined): number {
  return event === undefined ? 0 : typeof event.at === 'number' ? event.at : Date.parse(event.at);
}

/** A value as text. Addresses lose the simulation that they lead to; the live realm's name none. */
function textOf(value: unknown): string | undefined {
  return JSON.stringify(value)?.replace(ADDRESS, '/am');
}
const ADDRESS = /\/sim\/[\w-]+\/am(?![\w-])/g;

/** Ids of one log and what stands for them in the other, as they are met side by side. */
class Ids {
  /** By the first log's id. */
  readonly other = new Map<string, string>();
  private readonly back = new Map<string, string>();

  meet(a: string | undefined, b: string | undefined): void {
    if (a === undefined || b === undefined || this.other.has(a) || this.back.has(b)) return;
    this.other.set(a, b);
    this.back.set(b, a);
  }

  /** A value as text, with the second log's ids exchanged for those of the first. */
  named(value: unknown, second = false): string | undefined {
    let text = textOf(value);
    if (!second || text === undefined) return text;
    for (const [b, a] of this.back) if (a !== b) text = text.replaceAll(b, a);
    return text;
  }
}

/** A place of the state where two moments differ; `a` or `b` is missing where the state has no such place. */
export interface StateDifference {
  path: string[];
  a?: unknown;
  b?: unknown;
}

/** Counters and chance: they differ without meaning anything. */
const MEANINGLESS = new Set(['seq', 'arrivals', 'realmVersion', 'otk', 'previous', 'random', 'order', 'base']);

/**
 * The places in which two states differ, in the order of the first; lists are compared whole.
 *
 * @param ids of the second state, by those of the first that they stand for (`compareLogs`)
 */
export function diffStates(a: SimulationState, b: SimulationState, ids: ReadonlyMap<string, string> = new Map()): StateDifference[] {
  const found: StateDifference[] = [];
  const pairs = [...ids].filter(([one, other]) => one !== other);
  const text = (value: unknown): string => pairs.reduce((told, [one, other]) => told.replaceAll(other, one), textOf(value) ?? '');
  const renamed = (key: string): string => ids.get(key) ?? key;
  const original = new Map([...ids].map(([one, other]) => [other, one]));
  const visit = (one: unknown, other: unknown, path: string[]): void => {
    if (one === other) return;
    if (!isMap(one) || !isMap(other)) {
      if (textOf(one) !== text(other)) found.push({ path, a: one, b: other });
      return;
    }
    for (const [key, value] of Object.entries(one)) {
      if (MEANINGLESS.has(key)) continue;
      const there = renamed(key);
      if (Object.hasOwn(other, there)) visit(value, other[there], [...path, key]);
      else found.push({ path: [...path, key], a: value });
    }
    for (const [key, value] of Object.entries(other)) {
      if (MEANINGLESS.has(key) || Object.hasOwn(one, original.get(key) ?? key)) continue;
      found.push({ path: [...path, key], b: value });
    }
  };
  visit(a, b, []);
  return found;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
