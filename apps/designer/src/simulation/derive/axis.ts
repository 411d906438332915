import type { SimEvent } from '@tandem/api';
import type { Session, Transaction } from '@tandem/engine/view';

/** What the time axis draws, in simulation time; drawing turns times into per cent of `from`..`to`. */
export interface Axis {
  from: number;
  to: number;
  main: { polls: number[]; visits: number[]; due: number | null };
  backchannel: { visits: number[]; spans: { from: number; to: number }[]; due: number | null };
  transactions: { id: string; created: number; started: number | null; end: number; result: 'open' | 'approved' | 'denied' | 'expired'; deadline: number }[];
}

const LEAST_MS = 10_000;
/** Room right of now, so that what is due soon can be seen. */
const AHEAD = 0.08;

interface AxisSources {
  events: readonly SimEvent[];
  startedAt: number;
  now: number;
  main: Session | null;
  backchannels: readonly Session[];
  transactions: readonly Transaction[];
}

export function axisOf({ events, startedAt, now, main, backchannels, transactions }: AxisSources): Axis {
  const timesOf = (session: string, ...kinds: string[]) =>
    events.filter((event) => event.session === session && kinds.includes(event.kind)).map((event) => Date.parse(event.at));
  const deadline = Math.max(0, ...transactions.filter((entry) => entry.state !== 'COMPLETED').map((entry) => entry.expiresAt));
  const due = { main: dueOf(main, now), backchannel: dueOf(backchannels.at(-1) ?? null, now) };
  const last = Math.max(now, startedAt + LEAST_MS, deadline, due.main ?? 0, due.backchannel ?? 0);
  return {
    from: startedAt,
    to: last + (last - startedAt) * AHEAD,
    main: { polls: main ? timesOf(main.id, 'answered') : [], visits: main ? timesOf(main.id, 'visited') : [], due: due.main },
    backchannel: {
      visits: backchannels.flatMap((session) => timesOf(session.id, 'visited', 'callbacks')),
      spans: backchannels.map((session) => ({ from: session.createdAt, to: session.status.kind === 'ended' ? session.status.at : now })),
      due: due.backchannel,
    },
    transactions: transactions.map((entry) => {
      const at = (kind: string) => events.find((event) => event.transaction === entry.id && event.kind === kind)?.at;
      const ended = at('transaction-completed') ?? at('transaction-expired');
      const started = at('transaction-started');
      return {
        id: entry.id,
        created: entry.createdAt,
        started: started === undefined ? null : Date.parse(started),
        end: ended === undefined ? Math.max(now, entry.createdAt) : Date.parse(ended),
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
