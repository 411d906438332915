import { expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { outlineRows, rowsByKey, rowWords } from './rows.ts';

const rows = outlineRows([], loopDocument());
const byKey = rowsByKey(rows);
const words = (key: string) => {
  const row = byKey.get(key);
  return row ? rowWords(row) : null;
};

test('the start comes first, then the nodes as a run meets them', () => {
  expect(rows.map(({ label }) => label)).toEqual(['Start', 'Ask', 'Start other', 'Look', 'Wait']);
  expect(rows[0]).toMatchObject({ kind: 'outcome', to: 'page' });
});

test('a page holds its nodes before its outcomes', () => {
  expect(rows[1]).toMatchObject({
    id: 'page',
    rows: [
      { kind: 'node', id: 'name', page: 'page' },
      { kind: 'outcome', to: 'init' },
    ],
  });
});

test('an outcome says where it leads, whether nowhere or to an end', () => {
  expect(words('outcome:status|success')).toBe('Success, leads to Success');
  expect(words('outcome:status|pending')).toBe('Pending, leads to Wait');
  expect(words('outcome:status|failure')).toBe('Failure, not connected');
});

test('a connection whose outcome is gone has a row, too', () => {
  const { tree, ...rest } = loopDocument();
  const status = tree.nodes?.status;
  if (!status) throw new Error('The fixture has no status.');
  const nodes = { ...tree.nodes, status: { ...status, connections: { ...status.connections, maybe: 'wait' } } };
  const gone = rowsByKey(outlineRows([], { ...rest, tree: { ...tree, nodes } })).get('outcome:status|maybe');
  expect(gone && rowWords(gone)).toBe('maybe, an outcome that the node no longer has, leads to Wait');
});

test('a node says its type and what is below it', () => {
  expect(words('node:page')).toBe('Ask, Page Node, 1 node inside, 1 outcome');
  expect(words('node:name')).toBe('Who, Username Collector');
});
