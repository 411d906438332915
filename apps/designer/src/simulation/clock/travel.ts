/** What travelling in simulated time needs; apart, so that it can be tested without a server. */
export interface Traveller {
  now(): number;
  /** Moves the simulation's clock; resolves once everything due has run. */
  moveTo(time: number): Promise<void>;
  /** When one of this screen's players goes on by itself: its wait ends, or an answer that a latency holds comes back. */
  nextStop(): number | null;
  /** Resolves once the players have sent and got what they could at this time. */
  settled(): Promise<void>;
}

/** A journey that polls every second for minutes would take forever to watch; beyond this many stops the clock jumps. */
const MOST_STOPS = 240;

/**
 * Moves the clock to a time and lets the players come back on the way, each at its own moment: a jump of 20 s over a wait of 3 s is six polls, as it
 * would be in real time, and not one at the end.
 */
export async function travel(target: number, traveller: Traveller): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const stop = traveller.nextStop();
    if (stop === null || stop >= target || stop <= traveller.now()) break;
    await traveller.moveTo(stop);
    await traveller.settled();
  }
  if (target > traveller.now()) await traveller.moveTo(target);
}
