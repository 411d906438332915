import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './lines.ts';

const marks = { same: ' ', added: '+', removed: '-' };
const shown = (before: string, after: string) => diffLines(before, after).map(({ kind, text }) => marks[kind] + text);
const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('the lines of two texts', () => {
  it('are marked as kept, removed and added, the removed ones first', () => {
    expect(shown('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
  });

  it('have the numbers of each side', () => {
    expect(diffLines('a\nb', 'b')).toEqual([
      { kind: 'removed', text: 'a', before: 1 },
      { kind: 'same', text: 'b', before: 2, after: 1 },
    ]);
  });

  it('give both texts back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const side = (other: string) =>
          lines
            .filter(({ kind }) => kind !== other)
            .map((line) => line.text)
            .join('\n');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('are not marked where the texts are the same', () => {
    fc.assert(fc.property(text, (same) => diffLines(same, same).every(({ kind }) => kind === 'same')));
  });

  it('count as replaced between equal beginnings and ends where the texts are too long to compare', () => {
    const long = (mark: string) => ['first', ...Array.from({ length: 3_000 }, (_, index) => `${mark}${index}`), 'last'].join('\n');
    const lines = diffLines(long('a'), long('b'));
    expect([lines[0]?.kind, lines.at(-1)?.kind, lines.length]).toEqual(['same', 'same', 6_002]);
  });
});
