import { binding, FailureError, registry, toNumber } from './primordials.ts';

/** Minutes of the durations that legacy scripts made. */
const durations = registry<number>();

function duration(minutes: number): Record<string, unknown> {
  const made = binding({
    toMinutes: () => minutes,
    toSeconds: () => minutes * 60,
    toMillis: () => minutes * 60_000,
    getSeconds: () => minutes * 60,
    toString: () => `PT${minutes * 60}S`,
  });
  durations.set(made, minutes);
  return made;
}

/** java.time.Duration, as far as `Action.suspend` needs it. */
export const durationClass = binding({
  ofDays: (days: unknown) => duration(toNumber(days) * 1440),
  ofHours: (hours: unknown) => duration(toNumber(hours) * 60),
  ofMinutes: (minutes: unknown) => duration(toNumber(minutes)),
  ofSeconds: (seconds: unknown) => duration(toNumber(seconds) / 60),
  ofMillis: (ms: unknown) => duration(toNumber(ms) / 60_000),
});

/** @throws when the value is no duration of this script */
export function minutesIn(value: unknown): number {
  const minutes = durations.get(value);
  if (minutes === undefined || !(minutes > 0))
    throw new FailureError('java.lang.IllegalArgumentException: a java.time.Duration longer than nothing is expected');
  return minutes;
}
