import { diffJourneys, type JourneyDocument, SUCCESS_NODE_ID } from '@tandem/journey';
import { expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { marksOf } from './marks.ts';

const before = loopDocument();
const { wait: _, ...nodes } = before.tree.nodes ?? {};
const page = before.nodes.page ?? { _id: 'page', _type: { _id: 'PageNode' } };
const after: JourneyDocument = {
  ...before,
  tree: {
    ...before.tree,
    nodes: { ...nodes, status: { nodeType: 'BackChannelStatusNode', displayName: 'Look', connections: { success: SUCCESS_NODE_ID } } },
  },
  nodes: { ...before.nodes, page: { ...page, nodes: [{ _id: 'name', nodeType: 'UsernameCollectorNode', displayName: 'Who else' }] } },
};
const diff = diffJourneys(before, after);

test('each canvas marks what it alone has; a page stands for the nodes inside', () => {
  expect(Object.fromEntries(marksOf(diff, 'before'))).toEqual({
    page: 'changed',
    wait: 'removed',
    'status|pending|wait': 'removed',
    'wait|DONE|status': 'removed',
  });
  expect(Object.fromEntries(marksOf(diff, 'after'))).toEqual({ page: 'changed' });
});

test('the start is a connection like others', () => {
  const moved = diffJourneys(before, { ...before, tree: { ...before.tree, entryNodeId: 'init' } });
  expect([...marksOf(moved, 'before').keys(), ...marksOf(moved, 'after').keys()]).toEqual(['startNode|start|page', 'startNode|start|init']);
});
