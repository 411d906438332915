/** Steps from moment to moment, over the lines that the timeline shows. */

export type Direction = 1 | -1;

/**
 * The moment to step to.
 *
 * @param lines in order of seq
 * @param from seq that is looked at; null is now
 * @param stops which lines to stop at; default all
 * @returns a seq; null is now (a step forward from the newest line); undefined where there is nothing to step to
 */
export function stepFrom<L extends { seq: number }>(
  lines: readonly L[],
  from: number | null,
  direction: Direction,
  newest: number,
  stops: (line: L) => boolean = () => true,
): number | null | undefined {
  if (direction === 1) {
    if (from === null) return undefined;
    // The newest line shows what is now already.
    const next = lines.find((line) => line.seq > from && stops(line));
    return next === undefined || next.seq >= newest ? null : next.seq;
  }
  const before = from ?? newest;
  const line = lines.findLast((entry) => entry.seq < before && stops(entry));
  if (line) return line.seq;
  return before > 0 && lines.length > 0 ? 0 : undefined;
}

/** A person has to act: their client got callbacks, or its journey ended. */
export const isCallback = ({ kind }: { kind: string }): boolean => kind === 'callbacks' || kind === 'suspended' || kind === 'session-ended';
