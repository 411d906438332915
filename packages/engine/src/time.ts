/** How long a client may send an authId back (facts 3.2: its claims exp and iat are five minutes apart). */
export const AUTH_ID_SECONDS = 300;

/** The last moment that a Date can hold (ECMAScript, time values). */
const END_OF_TIME = 8_640_000_000_000_000;

/**
 * A moment so many milliseconds from now. Configuration from files may hold any number: what is no duration at all becomes now, what is too long the
 * end of time, so that a deadline can always be compared and shown.
 */
export function deadline(now: number, ms: number): number {
  return Number.isFinite(ms) && ms > 0 ? Math.min(now + ms, END_OF_TIME) : ms === Number.POSITIVE_INFINITY ? END_OF_TIME : now;
}

/** A moment that a node computed, as one that can be compared and shown. */
export function moment(at: number): number {
  return Number.isFinite(at) ? Math.min(Math.max(at, 0), END_OF_TIME) : END_OF_TIME;
}
