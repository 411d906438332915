import type { JourneyDocument } from '@tandem/journey';
import { expect, test } from 'vitest';
import { loopDocument, resource } from '../../testing/documents.ts';
import { connectCommand } from './commands.ts';
import { intoPageCommand, outOfPageCommand } from './pageCommands.ts';
import { placeInPage } from './pagePlaces.ts';

/** page[name] -> choice (two outcomes) -> init or wait */
function withChoice(): JourneyDocument {
  const { tree, nodes, scripts } = loopDocument();
  const choice = { nodeType: 'MessageNode', displayName: 'Agree', x: 350, y: 300, connections: { true: 'init', false: 'wait' } };
  const withIt = { tree: { ...tree, nodes: { ...tree.nodes, choice } }, nodes: { ...nodes, choice: resource('MessageNode', 'choice') }, scripts };
  return connectCommand([], withIt, 'page', 'outcome', 'choice').apply(withIt);
}
const childIds = ({ nodes }: JourneyDocument) => ((nodes.page?.nodes ?? []) as { _id: string }[]).map(({ _id }) => _id);

test('as the last of its page a node brings its connections with it', () => {
  const moved = intoPageCommand([], withChoice(), 'choice', 'page').apply(withChoice());
  expect(childIds(moved)).toEqual(['name', 'choice']);
  expect(moved.tree.nodes?.page?.connections).toEqual({ true: 'init', false: 'wait' });
  expect(moved.tree.nodes).not.toHaveProperty('choice');
});

test('out of its page it takes them along again, and the page leads to it', () => {
  const moved = intoPageCommand([], withChoice(), 'choice', 'page').apply(withChoice());
  const out = outOfPageCommand([], moved, 'page', 'choice').apply(moved);
  expect(out.tree.nodes?.choice?.connections).toEqual({ true: 'init', false: 'wait' });
  expect(out.tree.nodes?.page?.connections).toEqual({ outcome: 'choice' });
});

test('only the last node of a page may have several outcomes: others go before it', () => {
  const moved = intoPageCommand([], withChoice(), 'choice', 'page').apply(withChoice());
  const { tree, nodes, scripts } = moved;
  const two = {
    tree: {
      ...tree,
      nodes: {
        ...tree.nodes,
        again: { nodeType: 'MessageNode', displayName: 'Again', connections: {} },
        word: { nodeType: 'PasswordCollectorNode', displayName: 'Word', connections: { outcome: 'init' } },
      },
    },
    nodes: { ...nodes, again: resource('MessageNode', 'again'), word: resource('PasswordCollectorNode', 'word') },
    scripts,
  };
  expect(placeInPage([], two, 'page', { node: 'again' })).toEqual({
    refusal: 'Agree has several outcomes and must stay the last of the page. Put Again before it.',
  });
  expect(childIds(intoPageCommand([], two, 'word', 'page').apply(two))).toEqual(['name', 'word', 'choice']);
});
