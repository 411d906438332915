import { DateOf, define, floor, isoTime, sliceText, toNumber } from './primordials.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** A date as Java hands it out: `getTime()` and the like, and `java.util.Date`'s own text. The server's time zone is UTC, as AIC's. */
export function javaDate(time: number): Date {
  const date = new DateOf(time);
  const iso = isoTime(date);
  const day = DAYS[(((floor(time / DAY_MS) + 4) % 7) + 7) % 7] as string;
  const month = MONTHS[toNumber(sliceText(iso, 5, 7)) - 1] as string;
  const shown = `${day} ${month} ${sliceText(iso, 8, 10)} ${sliceText(iso, 11, 19)} UTC ${sliceText(iso, 0, 4)}`;
  define(date, 'toString', () => shown, false);
  return date;
}
