import { FAILURE_NODE_ID, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { addCommand } from './commands.ts';
import { insertCommand, insertPlacedCommand, replaceCommand } from './replaceCommands.ts';

const document = loopDocument();

test('a node is replaced by another type: name and fitting connections stay, lost ones are told in words', () => {
  const command = replaceCommand([], document, 'init', 'BackChannelStatusNode');
  expect(command.name).toBe('Replace Start other by Backchannel Status');
  expect(command.lost).toEqual(['Created → Look']);
  const after = command.apply(document);
  expect(after.tree.nodes?.[command.id]).toMatchObject({ displayName: 'Start other', x: 500, y: 100, connections: { error: FAILURE_NODE_ID } });
  expect(after.tree.nodes?.page?.connections).toEqual({ outcome: command.id });
  const kept = replaceCommand([], document, 'page', 'UsernameCollectorNode');
  expect(kept.lost).toEqual([]);
  expect(kept.apply(document).tree.nodes?.[kept.id]?.connections).toEqual({ outcome: 'init' });
});

test('a new node is inserted on a connection, also on the one from Start', () => {
  const command = insertCommand([], document, { from: 'status', outcome: 'success' }, 'MessageNode', { x: 1, y: 2 }).moved({ x: 3, y: 4 });
  const after = command.apply(document);
  expect(command.name).toBe('Insert Message Node after Look, Success');
  expect(after.tree.nodes?.status?.connections).toEqual({ pending: 'wait', success: command.id });
  expect(after.tree.nodes?.[command.id]).toMatchObject({ x: 3, y: 4, connections: { true: SUCCESS_NODE_ID } });
  const first = insertCommand([], document, { from: START_NODE_ID, outcome: 'start' }, 'PollingWaitNode', { x: 1, y: 2 });
  expect(first.apply(document).tree.entryNodeId).toBe(first.id);
});

test('a node that stands alone is inserted where it is dropped, in one step', () => {
  const added = addCommand([], 'PollingWaitNode', { x: 0, y: 0 });
  const before = added.apply(document);
  const after = insertPlacedCommand([], before, { from: 'init', outcome: 'error' }, added.id, { x: 7, y: 8 }).apply(before);
  expect(after.tree.nodes?.[added.id]).toMatchObject({ x: 7, y: 8, connections: { DONE: FAILURE_NODE_ID } });
  expect(after.tree.nodes?.init?.connections?.error).toBe(added.id);
});
