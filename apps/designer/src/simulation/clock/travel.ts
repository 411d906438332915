/** What travelling in simulated time needs; apart, so that it can be tested without a server. */
export interface Traveller {
  now(): number;
  /** Moves the simulation's clock; resolves once everything due has run. */
  moveTo(time: number): Promise<void>;
  /** Moves it on by this much, from wherever another screen has moved it to meanwhile. */
  advance(ms: number): Promise<void>;
  /** When one of this screen's players goes on by itself: its wait ends, or an answer that a latency holds comes back. */
  nextStop(): number | null;
  /** Resolves once the players have sent and got what they could at this time. */
  settled(): Promise<void>;
  /** Whether a breakpoint was met since the travel began. */
  met?(): boolean;
  /** Whether the person has had enough. */
  stopped?(): boolean;
  /** Told before each stop: its number, and how many there will be at this pace. */
  progress?(stop: number, about: number): void;
}

/** A wait is over strictly after its time, so players come back this much later; a clock that stops at the time itself takes them along. */
const STRICTLY_AFTER_MS = 1;

/** A journey that polls every second for minutes would take forever to watch; beyond this many stops the clock jumps. */
const MOST_STOPS = 240;

/**
 * Moves the clock to a time and lets the players come back on the way, each at its own moment: a jump of 20 s over a wait of 3 s is six polls, as it
 * would be in real time, and not one at the end. A breakpoint ends the travel where it is met.
 *
 * @param isStep whether a distance was asked for and not a time: two screens that press "+5 s" together move by 10 s, and neither is refused
 */
export async function travel(target: number, traveller: Traveller, isStep = false): Promise<'arrived' | 'stopped' | 'held'> {
  const start = traveller.now();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (traveller.stopped?.()) return 'stopped';
    const now = traveller.now();
    const stop = traveller.nextStop();
    if (stop === null || stop > target + STRICTLY_AFTER_MS || stop <= now) break;
    const pace = (stop - start) / (stops + 1);
    traveller.progress?.(stops + 1, Math.min(MOST_STOPS, Math.max(stops + 1, Math.floor((target + STRICTLY_AFTER_MS - start) / pace))));
    await traveller.moveTo(stop);
    await traveller.settled();
    if (traveller.met?.() || traveller.now() < stop) return 'held';
  }
  const left = target - traveller.now();
  if (left <= 0) return 'arrived';
  if (traveller.stopped?.()) return 'stopped';
  await (isStep ? traveller.advance(left) : traveller.moveTo(target));
  return traveller.now() < target ? 'held' : 'arrived';
}
