import { FAILURE_NODE_ID, type JourneyDocument } from '@tandem/journey';
import { expect, test } from 'vitest';
import { boxesOf } from '../../canvas/index.ts';
import { loopDocument, resource } from '../../testing/documents.ts';
import { replaceCommand } from './replaceCommands.ts';

/** A low node with another one and Failure close below it, and one beside it. */
function close(): JourneyDocument {
  const { tree } = loopDocument();
  const node = (x: number, y: number) => ({ nodeType: 'PollingWaitNode', displayName: 'Wait', x, y, connections: {} });
  return {
    tree: {
      ...tree,
      entryNodeId: 'low',
      nodes: { low: node(300, 100), below: node(300, 200), beside: node(600, 150) },
      staticNodes: { ...tree.staticNodes, [FAILURE_NODE_ID]: { x: 350, y: 310 } },
    },
    nodes: { low: resource('PollingWaitNode', 'low'), below: resource('PollingWaitNode', 'below'), beside: resource('PollingWaitNode', 'beside') },
    scripts: {},
  };
}

test('a node that is replaced by a higher one gets room: what lies below goes down, an end too, and nothing else moves', () => {
  const before = close();
  const command = replaceCommand([], before, 'low', 'BackChannelInitNode');
  const after = command.apply(before);
  const box = (id: string) => boxesOf(after, []).boxes.find((candidate) => candidate.id === id) ?? expect.fail(id);
  const [high, below, end] = [box(command.id), box('below'), box(FAILURE_NODE_ID)];
  expect([high.x, high.y, high.y + high.height > 200]).toEqual([300, 100, true]);
  expect(below).toMatchObject({ x: 300, y: high.y + high.height + 20 });
  expect(end).toMatchObject({ x: 350, y: below.y + below.height + 20 });
  expect(after.tree.nodes?.beside).toBe(before.tree.nodes?.beside);
});

test('a node that is replaced by one no higher leaves every other where it was, however close', () => {
  const before = close();
  const tight = {
    ...before,
    tree: { ...before.tree, nodes: { ...before.tree.nodes, below: { ...before.tree.nodes?.below, nodeType: 'PollingWaitNode', x: 300, y: 120 } } },
  };
  const after = replaceCommand([], tight, 'low', 'PollingWaitNode').apply(tight);
  expect(after.tree.nodes?.below).toBe(tight.tree.nodes.below);
  expect(after.tree.staticNodes).toBe(tight.tree.staticNodes);
});
