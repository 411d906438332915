import type { Live, LiveRun, SimEvent } from '@tandem/api';
import { runUserIn } from '@tandem/engine/view';

/** The list of runs after an event; the same list where it tells nothing new of them. */
export function withEvent(live: Live, event: SimEvent): Live {
  if (event.seq <= live.seq) return live;
  const { run } = event;
  if (run === undefined) return { ...live, seq: event.seq };
  const known = live.runs.find((entry) => entry.run === run);
  const next = followed(known ?? begun(event, run), event);
  const runs = known ? live.runs.map((entry) => (entry === known ? next : entry)) : [next, ...live.runs];
  return { ...live, seq: event.seq, runs };
}

/** What was read, with the events that came while it was on its way: it takes the place of a list that had them already. */
export const caughtUp = (read: Live, came: readonly SimEvent[]): Live => came.reduce(withEvent, read);

function begun({ seq, at, journey = '', player }: SimEvent, run: string): LiveRun {
  const began: LiveRun = { run, journey, outcome: 'running', startedAt: at, from: seq, to: seq, sessions: 0, transactions: 0, kept: true };
  return player === undefined ? began : { ...began, player: String(player) };
}

function followed(run: LiveRun, event: SimEvent): LiveRun {
  const { kind, session, seq, at, result, patch } = event;
  const user = runUserIn({ run: run.run, patch });
  const isEnd = kind === 'session-ended' && session === run.run;
  return {
    ...run,
    to: seq,
    sessions: run.sessions + (kind === 'session-started' ? 1 : 0),
    transactions: run.transactions + (kind === 'transaction-created' ? 1 : 0),
    ...(user === undefined ? {} : { user }),
    ...(isEnd ? { outcome: result === 'success' ? ('succeeded' as const) : ('failed' as const), endedAt: at } : {}),
  };
}

/** Whether the realm has forgotten sessions, or the log its beginning: then the list is read anew. */
export const forgets = ({ kind }: Pick<SimEvent, 'kind'>): boolean => kind === 'pruned';
