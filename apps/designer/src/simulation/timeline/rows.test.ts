import { expect, test } from 'vitest';
import { lineOf } from '../derive/timeline.ts';
import { eventOfTest, T0 } from '../fixtures/state.ts';
import { rowsReader, spanText } from './rows.ts';

const at = (seq: number, seconds: number) => lineOf(eventOfTest(seq, { at: new Date(T0 + seconds * 1000).toISOString() }), {});

test('a while in which nothing happened is one row', () => {
  const { all, places } = rowsReader()([at(1, 0), at(2, 5), at(3, 257), at(4, 258)]);
  expect(places.get(3)).toBe(3);
  expect(all.map((row) => (row.kind === 'idle' ? spanText(row.ms) : row.line.seq))).toEqual([1, 2, '4 min 12 s', 3, 4]);
});

test('rows of known lines stay what they are', () => {
  const lines = [at(1, 0), at(2, 5)];
  const read = rowsReader();
  const [first] = read(lines).all;
  expect(read([...lines, at(3, 6)]).all[0]).toBe(first);
  expect(read(lines.slice(0, 1)).all).toEqual([first]);
  expect(read(lines).all[0]).toBe(first);
});

test.each([
  [25_000, '25 s'],
  [60_000, '1 min'],
  [3_600_000 + 61_000, '1 h 1 min'],
  [86_400_000 * 2 + 5000, '2 d'],
])('%i ms are %s', (ms, text) => expect(spanText(ms)).toBe(text));
