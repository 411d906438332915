const MOST_MS = 86_400_000;
const UNITS: Record<string, number> = { '': 1, ms: 1, s: 1000, min: 60_000 };

/**
 * Milliseconds of what a person typed: "4 s", "4s", "0.5 s", "4000 ms"; a number alone is milliseconds, nothing is 0.
 *
 * @returns null when it is no such time, or longer than a day
 */
export function durationOf(text: string): number | null {
  const { number = '', unit = '' } = /^\s*(?<number>\d+(?:[.,]\d+)?)?\s*(?<unit>[a-z]*)\s*$/i.exec(text)?.groups ?? { unit: 'unknown' };
  const factor = UNITS[unit.toLowerCase()];
  if (factor === undefined || (number === '' && unit !== '')) return null;
  const ms = Math.round(Number(number.replace(',', '.')) * factor * 1000) / 1000;
  return Number.isInteger(ms) && ms <= MOST_MS ? ms : null;
}

/** "4000 ms = 4 s"; what a bare number means is said by this. */
export function durationText(ms: number): string {
  return ms >= 1000 ? `${ms} ms = ${ms / 1000} s` : `${ms} ms`;
}
