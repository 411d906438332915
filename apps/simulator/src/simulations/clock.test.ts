import { describe, expect, it } from 'vitest';
import { SimulationClock } from './clock.ts';

describe('simulation clock', () => {
  it('virtual: stands still until it is moved, and never goes back', () => {
    let wall = 1_000;
    const clock = new SimulationClock('virtual', 50_000, 0, () => wall);
    wall += 5_000;
    expect(clock.now()).toBe(50_000);
    clock.moveTo(56_000);
    clock.moveTo(10);
    expect(clock.now()).toBe(56_000);
    expect(clock.wallUntil(60_000)).toBeUndefined();
  });

  it('virtual at x10: ten seconds for each of the machine, from where it stood', () => {
    let wall = 1_000;
    const clock = new SimulationClock('virtual', 0, 0, () => wall);
    wall = 9_000;
    clock.setRate(10);
    wall = 10_000;
    expect(clock.now()).toBe(10_000);
    expect(clock.wallUntil(20_000)).toBe(1_000);
    clock.setRate(0);
    wall = 90_000;
    expect(clock.now()).toBe(10_000);
  });

  it('virtual while it runs: a move to a time that it has passed leaves it where it is', () => {
    let wall = 0;
    const clock = new SimulationClock('virtual', 1_000, 0, () => wall);
    expect(clock.ranPast(500)).toBe(false);
    clock.setRate(60);
    wall = 1_000;
    expect([clock.ranPast(999), clock.ranPast(1_000), clock.ranPast(61_000)]).toEqual([false, true, false]);
    clock.moveTo(2_000);
    expect(clock.now()).toBe(61_000);
    clock.moveTo(70_000);
    wall = 1_100;
    expect(clock.now()).toBe(76_000);
  });

  it('real: shows the machine time, but never goes back when that is set back', () => {
    let wall = 5_000;
    const clock = new SimulationClock('real', 4_000, 0, () => wall);
    expect([clock.now(), clock.rate]).toEqual([5_000, 1]);
    wall = 1_000;
    expect(clock.now()).toBe(4_000);
  });
});
