/** The clock of a simulation. Times are epoch milliseconds; `wall` is the machine's clock, injected so that tests need not wait. */

export type ClockMode = 'virtual' | 'real';
export type Rate = 0 | 1 | 10 | 60;

export class SimulationClock {
  private anchor: { sim: number; wall: number };

  /**
   * @param start where a virtual clock stands; a real clock shows the machine's time, never before `start`
   * @param wall the machine's clock
   */
  constructor(
    private kind: ClockMode,
    start: number,
    private speed: Rate,
    private readonly wall: () => number = Date.now,
  ) {
    this.anchor = { sim: start, wall: wall() };
  }

  get mode(): ClockMode {
    return this.kind;
  }

  get rate(): Rate {
    return this.mode === 'real' ? 1 : this.speed;
  }

  /** Whether time goes on by itself. */
  get running(): boolean {
    return this.rate > 0;
  }

  now(): number {
    const { sim, wall } = this.anchor;
    // The machine's clock may be set back; simulated time never is.
    if (this.mode === 'real') return Math.max(sim, this.wall());
    return sim + Math.max(0, Math.round((this.wall() - wall) * this.speed));
  }

  /** Moves a virtual clock; never back. */
  moveTo(time: number): void {
    // From where it stands now: while it runs, that is ahead of where it was set.
    this.anchor = { sim: Math.max(time, this.now()), wall: this.wall() };
  }

  /** Whether the clock went past this time by itself, since it was last set or moved. */
  ranPast(time: number): boolean {
    return this.running && time >= this.anchor.sim && time < this.now();
  }

  /** Sets how fast it runs. A real clock is a virtual one from then on: what was stopped once is no longer the machine's time. */
  setRate(rate: Rate): void {
    this.anchor = { sim: this.now(), wall: this.wall() };
    this.kind = 'virtual';
    this.speed = rate;
  }

  /** Milliseconds of the machine's clock until the simulation's clock shows `time`; undefined when it never will by itself. */
  wallUntil(time: number): number | undefined {
    return this.running ? Math.max(0, Math.ceil((time - this.now()) / this.rate)) : undefined;
  }
}
