import type { Live, SimEvent } from '@tandem/api';
import { expect, test } from 'vitest';
import { caughtUp, withEvent } from './runs.ts';

const clock = { mode: 'real', now: '2026-11-22T10:00:00.000Z', rate: 1 } as const;
const empty: Live = { id: 'live-alpha', realm: 'alpha', baseUrl: '/am', clock, seq: 0, since: 0, runs: [] };
const at = '2026-11-22T10:00:01.000Z';
let seq = 0;
const event = (more: Partial<SimEvent>): SimEvent => ({ seq: ++seq, at, kind: 'visited', run: 'm1', session: 'm1', ...more });
const after = (...events: SimEvent[]) => events.reduce(withEvent, { ...empty, seq: (events[0]?.seq ?? 1) - 1 });

test('a run appears with its first event, above those before it', () => {
  const { runs } = after(
    event({ kind: 'session-started', journey: 'Desk' }),
    event({ kind: 'session-started', run: 'm2', session: 'm2', journey: 'Login' }),
  );
  expect(runs.map(({ run, journey, outcome }) => [run, journey, outcome])).toEqual([
    ['m2', 'Login', 'running'],
    ['m1', 'Desk', 'running'],
  ]);
});

test('it tells who it is about, what belongs to it, and how its main session ended', () => {
  const [run] = after(
    event({ kind: 'session-started', journey: 'Desk', player: 'agent' }),
    event({ patch: [[['sessions', 'm1', 'shared', 'username'], 'bjensen']] }),
    event({ kind: 'transaction-created' }),
    event({ kind: 'session-started', session: 'b1' }),
    event({ kind: 'session-ended', session: 'b1', result: 'success' }),
  ).runs;
  expect(run).toMatchObject({ user: 'bjensen', player: 'agent', sessions: 2, transactions: 1, outcome: 'running' });
  const ended = withEvent({ ...empty, runs: run ? [run] : [] }, event({ kind: 'session-ended', result: 'failure' }));
  expect(ended.runs[0]).toMatchObject({ outcome: 'failed', endedAt: at });
});

test('an answer that was on its way while a run ended does not take its end back', () => {
  const started = event({ kind: 'session-started', journey: 'Desk' });
  const read = after(started);
  const came = [started, event({ kind: 'session-ended', result: 'success' })];
  expect(came.reduce(withEvent, read).runs[0]?.outcome).toBe('succeeded');
  expect(caughtUp(read, came).runs).toMatchObject([{ outcome: 'succeeded', sessions: 1 }]);
});

test('what is known already changes nothing, and what belongs to no run moves the seq alone', () => {
  const live = after(event({ kind: 'session-started', journey: 'Desk' }));
  expect(withEvent(live, { ...event({}), seq: live.seq })).toBe(live);
  const { runs, seq: newest } = withEvent(live, { seq: live.seq + 7, at, kind: 'realm' });
  expect([runs, newest]).toEqual([live.runs, live.seq + 7]);
});
