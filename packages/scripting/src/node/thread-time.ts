import { readFileSync, readlinkSync } from 'node:fs';

/** Where Linux tells how long a thread had a core; null on other systems. A file of the kernel's, read by any thread of the process. */
export function threadClock(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}/schedstat`;
  } catch {
    return null;
  }
}

/** Milliseconds that a thread had a core since its start; Infinity where nobody can tell, so that only the clock on the wall counts. */
export function threadTime(clock: string | null): number {
  if (clock === null) return Number.POSITIVE_INFINITY;
  try {
    return Number(readFileSync(clock, 'latin1').split(' ', 1)[0]) / 1e6;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Part of its time limit for which a script must have had a core before it is stopped. */
const SHARE = 1 / 4;
/** Time limits after which a script is stopped in any case. */
const MOST = 4;

/**
 * Whether a script whose time is over by the clock on the wall has hardly begun: on a machine with more to do than cores its thread may have waited
 * for most of that time, and a script that a tenant runs in milliseconds would fail.
 *
 * @param had milliseconds that its thread had a core since the script began
 * @param since milliseconds since then
 * @param limit milliseconds a script may take
 */
export function hardlyRan(had: number, since: number, limit: number): boolean {
  return had < limit * SHARE && since < limit * MOST;
}
