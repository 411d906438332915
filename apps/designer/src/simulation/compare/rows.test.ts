import type { LogComparison } from '@tandem/engine/view';
import { describe, expect, test } from 'vitest';
import type { Line } from '../derive/timeline.ts';
import { momentsAt, pairsOf, rowsOf } from './rows.ts';

const line = (seq: number, text: string): Line =>
  ({ seq, at: seq * 1000, text, kind: 'visited', hue: 'main', node: null, failed: false, wrote: [], because: null }) as unknown as Line;
const lines = (texts: string) => [...texts].map((text, index) => line(index + 1, text));
const comparison = (a: number | null, b: number | null, ids: [string, string][] = []): LogComparison => ({
  first: { a, b, fields: [] },
  same: 0,
  ids: new Map(ids),
});
const drawn = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => (row.kind === 'fold' ? `(${row.count})` : `${row.pair.a?.text ?? '_'}${row.pair.b?.text ?? '_'}${row.isFirst ? '!' : ''}`));

describe('two lists of events', () => {
  test('what both tell alike is folded but for what stands next to a difference', () => {
    const rows = pairsOf(lines('abcdefghXyz'), lines('abcdefghWyz'), comparison(9, 9));
    expect(drawn(rowsOf(rows, new Set()))).toEqual(['(6)', 'gg', 'hh', 'XW!', 'yy', 'zz']);
    expect(drawn(rowsOf(rows, new Set(['fold 0'])))).toHaveLength(11);
  });

  test('without a difference all of it is one fold', () => {
    const same = pairsOf(lines('abcdef'), lines('abcdef'), { first: null, same: 6, ids: new Map() });
    expect(same.first).toBeNull();
    expect(drawn(rowsOf(same, new Set()))).toEqual(['(6)']);
  });

  test('a difference that shows in no text still has its row, and is not folded away', () => {
    const rows = pairsOf(lines('abcdefghij'), lines('abcdefghij'), comparison(5, 5));
    expect(drawn(rowsOf(rows, new Set()))).toContain('ee!');
  });

  test('ids that only stand for each other are no difference', () => {
    const { pairs } = pairsOf([line(1, 'opened 77aa')], [line(1, 'opened 99bb')], comparison(null, null, [['77aa', '99bb']]));
    expect(pairs.map(({ same }) => same)).toEqual([true]);
  });

  test('the moments of a row are the newest events of each until there', () => {
    const { pairs } = pairsOf(lines('abX'), lines('abcdX'), comparison(3, 3));
    expect(momentsAt(pairs, 0)).toEqual({ a: 1, b: 1 });
    expect(momentsAt(pairs, 3)).toEqual({ a: 2, b: 4 });
    expect(momentsAt(pairs, 4)).toEqual({ a: 3, b: 5 });
    expect(momentsAt([], -1)).toEqual({ a: 0, b: 0 });
  });
});
