import { type JourneyDocument, mergeDocuments, SUCCESS_NODE_ID } from '@tandem/journey';
import { expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { clashWords } from './clashWords.ts';

const base = loopDocument();
const placed = (id: string, change: object): JourneyDocument['tree']['nodes'] => ({
  ...base.tree.nodes,
  [id]: { nodeType: 'x', ...base.tree.nodes?.[id], ...change },
});
const side = (nodes: JourneyDocument['tree']['nodes'], more: object = {}): JourneyDocument => ({
  ...base,
  tree: { ...base.tree, nodes: nodes ?? {}, ...more },
});
const asked = (mine: JourneyDocument, theirs: JourneyDocument) =>
  mergeDocuments(base, mine, theirs).clashes.map((clash) => clashWords({ kinds: [], mine, theirs }, clash));

test('a clash says what it is about and what each side wants', () => {
  expect(asked(side(placed('wait', { displayName: 'A' })), side(placed('wait', { displayName: 'B' })))).toEqual([
    { title: 'A, Name', mine: '“A”', theirs: '“B”' },
  ]);
  expect(asked(side(placed('wait', { connections: { DONE: SUCCESS_NODE_ID } })), side(placed('wait', { connections: { DONE: 'init' } })))).toEqual([
    { title: 'Wait, Done leads to', mine: 'Success', theirs: 'Start other' },
  ]);
  expect(asked(side(base.tree.nodes, { description: 'x' }), side(base.tree.nodes, { description: 'y' }))).toEqual([
    { title: 'Description', mine: '“x”', theirs: '“y”' },
  ]);
});

test('a node that one side deleted has the name of the other', () => {
  const { wait: _, ...rest } = base.tree.nodes ?? {};
  const { wait: __, ...nodes } = base.nodes;
  const mine = { ...side(rest), nodes };
  expect(asked(mine, side(placed('wait', { displayName: 'Theirs' })))).toEqual([
    { title: 'Theirs', mine: 'Deleted it', theirs: 'Changed it or connected to it' },
  ]);
});

test('a note is known by its text, a comment by its node', () => {
  const noted = (text: string, comment: string): JourneyDocument =>
    side(base.tree.nodes, {
      uiConfig: {
        annotations: JSON.stringify({
          structural: [{ id: 'n', text }],
          forNodes: { wait: [{ id: 'c', text: comment }] },
        }),
      },
    });
  const known = noted('Call them', 'Why?');
  const [mine, theirs] = [noted('Call them back', 'Why now?'), noted('Mail them', 'Why?')];
  const { clashes } = mergeDocuments(known, mine, theirs);
  expect(clashes.map((clash) => clashWords({ kinds: [], mine, theirs }, clash))).toEqual([
    { title: 'Note “Call them back” · text', mine: '“Call them back”', theirs: '“Mail them”' },
  ]);
});
