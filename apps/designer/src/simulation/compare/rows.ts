import type { LogComparison } from '@tandem/engine/view';
import { isDetail, type Line } from '../derive/timeline.ts';
import { align, type Pair } from './align.ts';

/** A row of both lists: a pair of events, or a stretch that both tell alike, folded. */
export type Row = { kind: 'pair'; key: string; pair: Pair<Line>; isFirst: boolean } | { kind: 'fold'; key: string; count: number; from: number };

/** Both lists, and where they part. */
export interface Rows {
  pairs: readonly Pair<Line>[];
  /** Index of the pair with the first difference; null: they tell the same. */
  first: number | null;
}

/** Events of both side by side. The second log's ids are read as those of the first that they stand for. */
export function pairsOf(a: readonly Line[], b: readonly Line[], { first, ids }: LogComparison): Rows {
  const pairs = align(
    a,
    b,
    (line) => told(line, new Map()),
    (line) => told(line, ids),
  );
  if (first === null) return { pairs, first: null };
  // A seq that is not listed (a detail) is shown by the next that is.
  const at = pairs.findIndex((pair) => reaches(pair.a, first.a) || reaches(pair.b, first.b));
  return { pairs, first: at < 0 ? (pairs.length > 0 ? pairs.length - 1 : null) : at };
}

const reaches = (line: Line | null, seq: number | null): boolean => line !== null && seq !== null && line.seq >= seq;

/** Events that are listed. */
export const listed = (lines: readonly Line[]): Line[] => lines.filter((line) => !isDetail(line));

function told({ kind, hue, node, text, wrote, because, failed }: Line, ids: ReadonlyMap<string, string>): string {
  let said = JSON.stringify([kind, hue, node, text, wrote, because, failed]).replace(/\/sim\/[\w-]+\/am(?![\w-])/g, '/am');
  for (const [one, other] of ids) if (one !== other) said = said.replaceAll(other, one);
  return said;
}

/** Stretches that both tell alike keep so many rows at their ends, and are folded when that saves more than a few. */
const CONTEXT = 2;
const WORTH = 4;

/** @param open keys of folds that a person has opened */
export function rowsOf({ pairs, first }: Rows, open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const row = (index: number): Row => {
    const pair = pairs[index] as Pair<Line>;
    return { kind: 'pair', key: `${pair.a?.seq ?? '-'}/${pair.b?.seq ?? '-'}`, pair, isFirst: index === first };
  };
  let index = 0;
  while (index < pairs.length) {
    let end = index;
    while (end < pairs.length && pairs[end]?.same === true && end !== first) end += 1;
    const from = index === 0 ? 0 : index + CONTEXT;
    const to = end === pairs.length ? end : end - CONTEXT;
    const key = `fold ${from}`;
    if (to - from >= WORTH && !open.has(key)) {
      for (; index < from; index++) rows.push(row(index));
      rows.push({ kind: 'fold', key, count: to - from, from });
      index = to;
    }
    for (; index < end; index++) rows.push(row(index));
    if (end < pairs.length) rows.push(row(end));
    index = end + 1;
  }
  return rows;
}

/** The moments of both after a row: the newest event of each until there. */
export function momentsAt(pairs: readonly Pair<Line>[], index: number): { a: number; b: number } {
  const until = pairs.slice(0, index + 1);
  return { a: until.findLast(({ a }) => a !== null)?.a?.seq ?? 0, b: until.findLast(({ b }) => b !== null)?.b?.seq ?? 0 };
}
