import { growingReader } from '../derive/growing.ts';
import type { Line } from '../derive/timeline.ts';

/** Between two lines nothing happened for so long that it is said rather than left to be read from their times. */
const IDLE_MS = 20_000;

/** A row of the timeline: an event, or a while in which nothing happened, above the event that ended it. */
export type Row = { kind: 'line'; key: number; line: Line } | { kind: 'idle'; key: string; ms: number };

export interface Rows {
  all: Row[];
  /** Places by key. */
  places: Map<string | number, number>;
}

/** Reads the rows of a timeline that goes on. */
export function rowsReader(): (lines: readonly Line[]) => Rows {
  /** Rows by line: kept, so that they stay what they are when the filter changes. */
  const rowFor = new WeakMap<Line, Row>();
  let before: Line | undefined;
  return growingReader<Line, Rows>(
    () => {
      before = undefined;
      return { all: [], places: new Map() };
    },
    (rows, line) => {
      const ms = before === undefined ? 0 : line.at - before.at;
      if (ms >= IDLE_MS) put(rows, { kind: 'idle', key: `idle ${line.seq}`, ms });
      const row = rowFor.get(line) ?? { kind: 'line', key: line.seq, line };
      rowFor.set(line, row);
      put(rows, row);
      before = line;
    },
  );
}

function put({ all, places }: Rows, row: Row): void {
  places.set(row.key, all.length);
  all.push(row);
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** "4 min 12 s", the two largest units. */
export function spanText(ms: number): string {
  const parts: string[] = [];
  let left = ms;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 s';
}
