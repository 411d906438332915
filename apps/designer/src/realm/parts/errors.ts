import { ProblemError } from '../../app/index.ts';

/** Whether an issue's field is this one or lies in it: "headers.accept" lies in "headers". */
const isAt = (field: string, place: string) => field === place || field.startsWith(`${place}.`);

/** What the server said about a field, with what would be right. */
export function errorAt(failure: unknown, place: string): string | undefined {
  if (!(failure instanceof ProblemError)) return undefined;
  const found = failure.errors.find(({ field }) => field !== undefined && isAt(field, place));
  return found && (found.expected ? `${found.message.replace(/[^.?!]$/, '$&.')} Expected: ${found.expected}.` : found.message);
}

/** The failure as far as no field shows it; null where all of it stands at fields. */
export function unplaced(failure: unknown, places: readonly string[]): unknown {
  if (!(failure instanceof ProblemError) || failure.errors.length === 0) return failure;
  const errors = failure.errors.filter(({ field }) => field === undefined || !places.some((place) => isAt(field, place)));
  return errors.length === 0 ? null : Object.assign(new Error(failure.message), { errors });
}
