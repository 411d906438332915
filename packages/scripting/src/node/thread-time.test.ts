import { describe, expect, test } from 'vitest';
import { hardlyRan, threadClock, threadTime } from './thread-time.ts';

describe('a script whose time is over', () => {
  test('goes on while its thread had a core for less than a quarter of the limit', () => {
    expect(hardlyRan(199, 900, 800)).toBe(true);
    expect(hardlyRan(200, 900, 800)).toBe(false);
  });

  test('is stopped after four times the limit in any case', () => {
    expect(hardlyRan(0, 3_199, 800)).toBe(true);
    expect(hardlyRan(0, 3_200, 800)).toBe(false);
  });

  test('is stopped where nobody can tell how long its thread had a core', () => {
    expect(threadTime(null)).toBe(Number.POSITIVE_INFINITY);
    expect(threadTime('/proc/none')).toBe(Number.POSITIVE_INFINITY);
    expect(hardlyRan(threadTime(null) - threadTime(null), 801, 800)).toBe(false);
  });

  test.runIf(process.platform === 'linux')('a thread that works had a core', () => {
    const clock = threadClock();
    const before = threadTime(clock);
    for (let n = 0; n < 1e8; n++);
    expect(threadTime(clock)).toBeGreaterThan(before);
  });
});
