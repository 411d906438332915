import { describe, expect, test } from 'vitest';
import { sessionOfTest, stateOfTest, T0, transactionOfTest } from '../fixtures/state.ts';
import { nextEventOf } from './nextEvent.ts';
import { runsOf } from './runs.ts';

type Values = Parameters<typeof sessionOfTest>[0];
const asks = (poll: { due: number } | null = null): Values => ({
  status: { kind: 'callbacks', callbacks: [], stage: null, header: null, description: null, poll, suspended: null },
});
const next = (state: ReturnType<typeof stateOfTest>, now = T0) => nextEventOf(state, now, runsOf(state).at(-1) ?? null);

describe('the next event', () => {
  test('is the end of the session where only a person can go on', () => {
    expect(next(stateOfTest([sessionOfTest(asks())]))).toEqual({ at: T0 + 300_000, text: 'session times out' });
  });
  test('is the poll where a page waits', () => {
    expect(next(stateOfTest([sessionOfTest(asks({ due: T0 + 3000 }))]))).toEqual({ at: T0 + 3000, text: 'poll due' });
  });
  test('comes after now: a poll that is due already is none', () => {
    expect(next(stateOfTest([sessionOfTest(asks({ due: T0 + 3000 }))]), T0 + 3000)?.text).toBe('session times out');
  });
  test('says which journey it is about where that is the one on the backchannel', () => {
    const phone = sessionOfTest({ ...asks(), id: 'b1', role: 'backchannel', run: 'm1', expiresAt: T0 + 1000 });
    expect(next(stateOfTest([sessionOfTest(asks()), phone]))?.text).toBe('backchannel: session times out');
  });
  test('may be the end of a transaction', () => {
    expect(next(stateOfTest([], [transactionOfTest({})]))).toEqual({ at: T0 + 121_000, text: 'Max Time is over' });
  });
  test('of another run names that run', () => {
    const old = sessionOfTest({ ...asks(), id: 'm0', run: 'm0', createdAt: T0 - 1000, expiresAt: T0 + 500 });
    expect(next(stateOfTest([old, sessionOfTest(asks())]))?.text).toBe('session times out, run 1');
  });
  test('is none where nothing is due', () => expect(next(stateOfTest([]))).toBeNull());
});
