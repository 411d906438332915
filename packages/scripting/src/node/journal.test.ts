import { expect, test } from 'vitest';
import { openJournal, readJournal } from './journal.ts';

test('lines come back in order; those beyond the size are lost, shorter ones after them are not', () => {
  const buffer = new SharedArrayBuffer(32);
  const journal = openJournal(buffer);
  journal.append('r"é✓"');
  journal.append('x'.repeat(100));
  journal.append('r"b"');
  expect(readJournal(buffer)).toEqual(['r"é✓"', 'r"b"']);
  journal.clear();
  expect(readJournal(buffer)).toEqual([]);
});
