import type { Run } from '@tandem/api';
import type { EngineEvent } from '@tandem/engine';
import { runUserIn } from '@tandem/engine/view';
import { maskedParts } from './sealed-texts.ts';
import { iso } from './summary.ts';

/** Runs as events tell of them, newest first. One that began before the first event is named by what is left of it. */
export function runsOf(events: readonly EngineEvent[]): Run[] {
  const runs = new Map<string, Open>();
  for (const event of events) {
    if (event.run === undefined) continue;
    let open = runs.get(event.run);
    if (!open) {
      open = { first: event, last: event, journey: event.journey ?? '', outcome: 'running', sessions: new Set(), transactions: new Set() };
      runs.set(event.run, open);
    }
    follow(open, event);
  }
  return [...runs].map(([run, open]) => answerOf(run, open)).reverse();
}

interface Open {
  first: EngineEvent;
  last: EngineEvent;
  journey: string;
  user?: string;
  player?: string;
  outcome: Run['outcome'];
  ended?: number;
  sessions: Set<string>;
  transactions: Set<string>;
}

function follow(open: Open, event: EngineEvent): void {
  open.last = event;
  if (event.session !== undefined) open.sessions.add(event.session);
  if (event.transaction !== undefined) open.transactions.add(event.transaction);
  const user = runUserIn(event);
  if (user !== undefined) open.user = maskedParts(user);
  if (event.session !== event.run) return;
  if (event.player !== undefined) open.player = event.player;
  if (event.kind !== 'session-ended') return;
  open.outcome = event.result === 'success' ? 'succeeded' : 'failed';
  open.ended = event.at;
}

function answerOf(run: string, { first, last, journey, user, player, outcome, ended, sessions, transactions }: Open): Run {
  return {
    run,
    journey,
    ...(user === undefined ? {} : { user }),
    ...(player === undefined ? {} : { player }),
    outcome,
    startedAt: iso(first.at),
    ...(ended === undefined ? {} : { endedAt: iso(ended) }),
    from: first.seq,
    to: last.seq,
    sessions: sessions.size,
    transactions: transactions.size,
  };
}
