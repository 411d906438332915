import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { atLeast, type ClockReading, simulationWaitClock, timeOn } from './clock.ts';

const reading = (values: Partial<ClockReading> = {}): ClockReading => ({ mode: 'virtual', rate: 0, now: 1000, heardAt: 0, ...values });

/** A clock whose readings are set by the test; our own time is that of the fake timers. */
function setUp(first: ClockReading) {
  let current = first;
  const listeners = new Set<() => void>();
  const began = Date.now();
  const clock = simulationWaitClock(
    {
      read: () => current,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    () => Date.now() - began,
  );
  const hear = (next: Partial<ClockReading>) => {
    current = { ...current, heardAt: Date.now() - began, ...next };
    for (const listener of [...listeners]) listener();
  };
  return { clock, hear, listeners };
}

describe('time between two messages', () => {
  test('a virtual clock at rest stands still', () => expect(timeOn(reading(), 5000)).toBe(1000));
  test('a running one goes on at its rate', () => expect(timeOn(reading({ rate: 10 }), 5000)).toBe(51_000));
  test('real time has no rate but goes on', () => expect(timeOn(reading({ mode: 'real' }), 500)).toBe(1500));
  test('an event pulls the clock forward and never back', () => {
    expect(atLeast(reading(), 4000, 70)).toMatchObject({ now: 4000, heardAt: 70 });
    expect(atLeast(reading(), 400, 70)).toEqual(reading());
  });
});

describe('waiting on the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('ends when the clock is moved past the end, not before', () => {
    const { clock, hear, listeners } = setUp(reading());
    const done = vi.fn();
    clock.when(9000, done);
    vi.advanceTimersByTime(60_000);
    hear({ now: 8999 });
    expect(done).not.toHaveBeenCalled();
    hear({ now: 9000 });
    expect(done).toHaveBeenCalledOnce();
    hear({ now: 20_000 });
    expect(done).toHaveBeenCalledOnce();
    expect(listeners.size).toBe(0);
  });
  test('ends by itself on a running clock, sooner at a higher rate', () => {
    const { clock, hear } = setUp(reading({ rate: 1 }));
    const done = vi.fn();
    clock.when(11_000, done);
    vi.advanceTimersByTime(5000);
    hear({ now: 6000, rate: 10 });
    vi.advanceTimersByTime(499);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(done).toHaveBeenCalledOnce();
  });
  test('a wait that is over already ends at once, and can be cancelled before', () => {
    const { clock } = setUp(reading());
    const [done, cancelled] = [vi.fn(), vi.fn()];
    clock.when(1000, done);
    clock.when(1000, cancelled)();
    vi.advanceTimersByTime(1);
    expect(done).toHaveBeenCalledOnce();
    expect(cancelled).not.toHaveBeenCalled();
  });
});
