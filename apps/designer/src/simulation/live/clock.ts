import type { Clock } from '@tandem/api';
import type { WaitClock } from '../../callbacks/index.ts';

/** The simulation's clock as last heard, and when that was, so that a running clock goes on between two messages. */
export interface ClockReading {
  mode: Clock['mode'];
  rate: Clock['rate'];
  /** Simulation time, epoch ms. */
  now: number;
  /** `performance.now()` at which it was heard. */
  heardAt: number;
}

export function readClock(clock: Clock, heardAt: number): ClockReading {
  return { mode: clock.mode, rate: clock.rate, now: Date.parse(clock.now), heardAt };
}

/** Simulated milliseconds that pass in one of ours. */
export function speedOf(clock: ClockReading): number {
  return clock.mode === 'real' ? 1 : clock.rate;
}

export function timeOn(clock: ClockReading, at: number): number {
  return clock.now + Math.max(0, at - clock.heardAt) * speedOf(clock);
}

/** An event proves that the clock has come at least this far. */
export function atLeast(clock: ClockReading, now: number, at: number): ClockReading {
  return now > timeOn(clock, at) ? { ...clock, now, heardAt: at } : clock;
}

interface ClockSource {
  read(): ClockReading;
  subscribe(listener: () => void): () => void;
}

/** A wait on the simulation's clock: ends when time moves past it, by running or by a jump. */
export function simulationWaitClock(source: ClockSource, performanceNow: () => number = () => performance.now()): WaitClock {
  const now = () => timeOn(source.read(), performanceNow());
  return {
    now,
    when(at, callback) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let over = false;
      const check = () => {
        clearTimeout(timer);
        if (over) return;
        const left = at - now();
        if (left <= 0) {
          over = true;
          unsubscribe();
          callback();
          return;
        }
        const speed = speedOf(source.read());
        if (speed > 0) timer = setTimeout(check, Math.ceil(left / speed));
      };
      const unsubscribe = source.subscribe(check);
      // Never call back before `when` has returned: its caller has to be able to cancel.
      timer = setTimeout(check, 0);
      return () => {
        over = true;
        clearTimeout(timer);
        unsubscribe();
      };
    },
  };
}
