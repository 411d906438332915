import { describe, expect, test } from 'vitest';
import { travel } from './travel.ts';

/** A player that polls every `wait` ms, counted from when it came back. */
function poller(wait: number) {
  let now = 0;
  let due = wait;
  const moves: number[] = [];
  const polls: number[] = [];
  return {
    moves,
    polls,
    now: () => now,
    advance: async (ms: number) => {
      now += ms;
      moves.push(now);
    },
    moveTo: async (time: number) => {
      now = time;
      moves.push(time);
    },
    nextStop: () => due,
    settled: async () => {
      if (now < due) return;
      polls.push(now);
      due = now + wait;
    },
  };
}

describe('travelling in simulated time', () => {
  test('players poll on the way, at their own moments', async () => {
    const player = poller(3000);
    await travel(10_000, player);
    expect(player.polls).toEqual([3000, 6000, 9000]);
    expect(player.moves).toEqual([3000, 6000, 9000, 10_000]);
  });
  test('a breakpoint ends it where it is met', async () => {
    const player = poller(3000);
    expect(await travel(10_000, { ...player, met: () => player.polls.length === 2 })).toBe('held');
    expect(player.moves).toEqual([3000, 6000]);
    const short = poller(3000);
    expect(await travel(10_000, { ...short, moveTo: () => short.moveTo(1000) })).toBe('held');
    expect(short.moves).toEqual([1000]);
  });
  test('a wait that ends later is not disturbed', async () => {
    const player = poller(8000);
    await travel(5000, player);
    expect(player.moves).toEqual([5000]);
  });
  test('a wait that ends within a millisecond of the goal is taken along', async () => {
    const player = poller(3001);
    await travel(3000, player);
    expect(player.polls).toEqual([3001]);
  });
  test('tells its progress and stops when asked to', async () => {
    const told: number[][] = [];
    const player = { ...poller(3000), stopped: () => told.length === 2, progress: (...numbers: number[]) => void told.push(numbers) };
    await travel(60_000, player);
    expect(told).toEqual([
      [1, 20],
      [2, 20],
    ]);
    expect(player.now()).toBe(6000);
  });
  test('a player that does not come back does not hold the clock', async () => {
    const player = { ...poller(3000), settled: async () => undefined };
    await travel(10_000, player);
    expect(player.moves).toEqual([3000, 10_000]);
  });

  test('a step is a distance: it is not refused when another screen has moved the clock meanwhile', async () => {
    const asked: number[] = [];
    const player = { ...poller(8000), advance: async (ms: number) => void asked.push(ms) };
    await travel(5000, player, true);
    expect(asked).toEqual([5000]);
    expect(player.moves).toEqual([]);
  });
});
