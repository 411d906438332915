import type { SimulationState } from '@tandem/engine';
import type { SimulationClock } from './clock.ts';

/** Where a virtual clock stops: at breakpoints on time, and wherever another breakpoint is met. A real clock never does. */
export class Stops {
  /** Times that a breakpoint was met. */
  met = 0;
  private wanted = false;
  private seen: number;

  constructor(
    private readonly state: Pick<SimulationState, 'breakpoints'>,
    private readonly clock: SimulationClock,
  ) {
    this.seen = clock.now();
  }

  meet(): void {
    this.met += 1;
    this.wanted = true;
  }

  /** The next time at which to stop, ms since the epoch. */
  next(): number | undefined {
    const now = this.clock.now();
    const times = this.times().filter((at) => at > now);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Whether a clock that runs has to be stopped now, for what happened since the last time this was asked. */
  pauses(): boolean {
    const now = this.clock.now();
    const passed = this.times().some((at) => at > this.seen && at <= now);
    const wanted = this.wanted || passed;
    this.wanted = false;
    this.seen = now;
    return wanted && this.clock.mode === 'virtual' && this.clock.running;
  }

  private times(): number[] {
    return this.clock.mode === 'real'
      ? []
      : (this.state.breakpoints ?? []).flatMap((breakpoint) => (breakpoint.on === 'time' ? [breakpoint.at] : []));
  }
}
