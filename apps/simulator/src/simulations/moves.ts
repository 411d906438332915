import type { Due } from '@tandem/engine';
import type { SimulationClock } from './clock.ts';
import type { Schedule } from './schedule.ts';
import type { Stops } from './stops.ts';

/** Where to move a virtual clock: to a time (ms since the epoch), to what happens next, or on by so many ms. */
export type MoveTarget = number | 'next-event' | { by: number };

/** Things that become due are fired in portions of so many; between them, others get their turn. */
const PORTION = 50;

interface Driver {
  clock: SimulationClock;
  schedule: Schedule;
  stops: Stops;
  /** Resolves when no effect is under way. */
  idle(): Promise<void>;
  /** Throws once nothing may be done any more. */
  checkOpen(): void;
  fire(due: Due): void;
  /** The goal is reached; resolves when everything is stored. */
  arrived(goal: number): Promise<void>;
}

/** Moves a virtual clock, stopping at everything that becomes due on the way, in time order, effects included. */
export class Moves {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly driver: Driver) {}

  /** @returns what became due */
  moveTo(target: MoveTarget): Promise<{ now: number; fired: Due[] }> {
    // One after the other: a second "6 s on" counts from where the first one ended.
    const move = this.last.then(() => this.run(target));
    this.last = move.catch(() => undefined);
    return move;
  }

  /** Resolves when no move is under way. */
  async settled(): Promise<void> {
    await this.last;
  }

  private async run(target: MoveTarget): Promise<{ now: number; fired: Due[] }> {
    const { clock, schedule, stops, idle, checkOpen, fire, arrived } = this.driver;
    await idle();
    checkOpen();
    const start = clock.now();
    let goal = Math.min(this.goalOf(target, start), stops.next() ?? Number.POSITIVE_INFINITY);
    const met = stops.met;
    const fired: Due[] = [];
    for (;;) {
      const due = schedule.peek();
      if (!due || due.at > goal) break;
      clock.moveTo(due.at);
      fired.push(due);
      fire(due);
      await idle();
      if (fired.length % PORTION === 0) await new Promise((resolve) => setImmediate(resolve));
      checkOpen();
      // A breakpoint stops the clock: what is due at this moment still runs, nothing later.
      if (stops.met !== met) goal = clock.now();
    }
    clock.moveTo(goal);
    fired.push(...schedule.withoutInput(start, goal));
    await arrived(goal);
    return { now: clock.now(), fired: fired.sort((a, b) => a.at - b.at) };
  }

  private goalOf(target: MoveTarget, now: number): number {
    if (typeof target === 'number') return target;
    return target === 'next-event' ? (this.driver.schedule.nextEvent() ?? now) : now + target.by;
  }
}
