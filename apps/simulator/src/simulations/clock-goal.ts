import { badRequest } from '../http/problem.ts';
import type { SimulationClock } from './clock.ts';
import { iso } from './summary.ts';

/** Where a clock is to be moved to. @throws ProblemError 400 for what is no time, or lies behind */
export function clockGoal(to: string, clock: SimulationClock): number | 'next-event' {
  if (to === 'next-event') return to;
  // After the year 9999 a year has a sign and six digits (ECMA-262, expanded years), as this server's own answers have.
  const time = /^(\d{4}|\+\d{6})-\d\d-\d\dT/.test(to) ? Date.parse(to) : Number.NaN;
  if (Number.isNaN(time))
    throw badRequest({ field: 'to', message: `"${to}" is no time.`, expected: '"next-event" or an ISO 8601 time such as 2026-11-01T10:00:00Z' });
  // A clock that runs may have got there while the request was on its way: reached, not back.
  if (time < clock.now() && !clock.ranPast(time))
    throw badRequest({ field: 'to', message: 'A clock cannot go back.', expected: `A time from ${iso(clock.now())} on` });
  return time;
}
