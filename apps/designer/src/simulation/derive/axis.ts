import type { SimEvent } from '@tandem/api';
import type { Session, Transaction } from '@tandem/engine/view';
import { growingReader } from './growing.ts';

/** What the time axis draws, in simulation time; drawing turns times into per cent of `from`..`to`. */
export interface Axis {
  from: number;
  to: number;
  main: { polls: number[]; visits: number[]; due: number | null };
  backchannel: { visits: number[]; spans: { id: string; from: number; to: number }[]; due: number | null };
  transactions: {
    id: string;
    created: number;
    started: number | null;
    end: number;
    result: 'open' | 'approved' | 'denied' | 'expired';
    deadline: number;
  }[];
}

const LEAST_MS = 10_000;
/** Room right of now, so that what is due soon can be seen. */
const AHEAD = 0.08;

/** Times of what happened, read from the events once: the axis is drawn far more often, with every tick of a running clock. */
export interface EventTimes {
  /** By session. */
  polls: ReadonlyMap<string, number[]>;
  visits: ReadonlyMap<string, number[]>;
  /** By transaction. */
  started: ReadonlyMap<string, number>;
  ended: ReadonlyMap<string, number>;
}

interface Times {
  polls: Map<string, number[]>;
  visits: Map<string, number[]>;
  started: Map<string, number>;
  ended: Map<string, number>;
}

/** Reads the times of a run that goes on. */
export const eventTimesReader = (): ((events: readonly SimEvent[]) => EventTimes) =>
  growingReader<SimEvent, Times>(() => ({ polls: new Map(), visits: new Map(), started: new Map(), ended: new Map() }), addTime);

function addTime({ polls, visits, started, ended }: Times, { kind, session, transaction, at }: SimEvent): void {
  const add = (map: Map<string, number[]>) => {
    if (session === undefined) return;
    const list = map.get(session);
    if (list) list.push(Date.parse(at));
    else map.set(session, [Date.parse(at)]);
  };
  if (kind === 'answered') add(polls);
  else if (kind === 'visited' || kind === 'callbacks') add(visits);
  else if (transaction === undefined) return;
  else if (kind === 'transaction-started' && !started.has(transaction)) started.set(transaction, Date.parse(at));
  else if ((kind === 'transaction-completed' || kind === 'transaction-expired') && !ended.has(transaction)) ended.set(transaction, Date.parse(at));
}

interface AxisSources {
  times: EventTimes;
  startedAt: number;
  now: number;
  main: Session | null;
  backchannels: readonly Session[];
  transactions: readonly Transaction[];
}

export function axisOf({ times, startedAt, now, main, backchannels, transactions }: AxisSources): Axis {
  const deadline = Math.max(0, ...transactions.filter((entry) => entry.state !== 'COMPLETED').map((entry) => entry.expiresAt));
  const due = { main: dueOf(main, now), backchannel: dueOf(backchannels.at(-1) ?? null, now) };
  const last = Math.max(now, startedAt + LEAST_MS, deadline, due.main ?? 0, due.backchannel ?? 0);
  return {
    from: startedAt,
    to: last + (last - startedAt) * AHEAD,
    main: { polls: (main && times.polls.get(main.id)) ?? [], visits: (main && times.visits.get(main.id)) ?? [], due: due.main },
    backchannel: {
      visits: backchannels.flatMap((session) => times.visits.get(session.id) ?? []),
      spans: backchannels.map((session) => ({
        id: session.id,
        from: session.createdAt,
        to: session.status.kind === 'ended' ? session.status.at : now,
      })),
      due: due.backchannel,
    },
    transactions: transactions.map((entry) => {
      return {
        id: entry.id,
        created: entry.createdAt,
        started: times.started.get(entry.id) ?? null,
        end: times.ended.get(entry.id) ?? Math.max(now, entry.createdAt),
        result: entry.state === 'COMPLETED' ? (entry.result === 'APPROVED' ? 'approved' : 'denied') : entry.expired ? 'expired' : 'open',
        deadline: entry.expiresAt,
      };
    }),
  };
}

function dueOf(session: Session | null, now: number): number | null {
  if (!session) return null;
  const { status } = session;
  const due = status.kind === 'due' ? status.due : status.kind === 'callbacks' ? (status.poll?.due ?? null) : null;
  return due !== null && due >= now ? due : null;
}

/** Place of a time on the axis, 0 to 100. */
export function percent(axis: Pick<Axis, 'from' | 'to'>, at: number): number {
  return Math.min(100, Math.max(0, ((at - axis.from) / (axis.to - axis.from)) * 100));
}

/** Ticks at round numbers of seconds, at most `count` of them. */
export function ticksOf(axis: Pick<Axis, 'from' | 'to'>, count = 10): number[] {
  const span = axis.to - axis.from;
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].map((seconds) => seconds * 1000).find((ms) => span / ms <= count) ?? 86_400_000;
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => axis.from + index * step);
}

/** Marks closer than this cannot be told apart. */
const NEAR = 0.2;

/** Places of marks, those that would fall onto each other once. */
export function marksOf(axis: Pick<Axis, 'from' | 'to'>, times: readonly number[]): number[] {
  return [...new Set(times.map((at) => Math.round(percent(axis, at) / NEAR) * NEAR))];
}
