import { FAILURE_NODE_ID, START_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { boxesOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { duplicateCommand } from './clipCommands.ts';
import {
  addChildCommand,
  addCommand,
  bridgeCommand,
  configCommand,
  connectCommand,
  moveChildCommand,
  moveCommand,
  removeChildCommand,
  removeCommand,
  renameCommand,
  settingCommand,
} from './commands.ts';
import { configIn, outcomesIn } from './nodes.ts';

const document = loopDocument();

describe('commands', () => {
  test('say in their name what they do, with the names people see', () => {
    expect(connectCommand([], document, 'status', 'inprogress', 'wait').name).toBe('Connect Look, In Progress → Wait');
    expect(connectCommand([], document, START_NODE_ID, 'start', 'init').name).toBe('Start with Start other');
    expect(removeCommand([], document, ['wait']).name).toBe('Delete Wait');
  });

  test('connect replaces the connection of that outcome and leaves every other node untouched', () => {
    const after = connectCommand([], document, 'status', 'pending', 'init').apply(document);
    expect(after.tree.nodes?.status?.connections).toEqual({ pending: 'init', success: document.tree.nodes?.status?.connections?.success });
    expect(after.tree.nodes?.wait).toBe(document.tree.nodes?.wait);
  });

  test('a move keeps fractions; one to the same place is no change', () => {
    expect(moveCommand([], document, [{ id: 'wait', x: 7.5, y: 8 }]).apply(document).tree.nodes?.wait).toMatchObject({ x: 7.5, y: 8 });
    expect(moveCommand([], document, [{ id: 'page', x: 200, y: 100.25 }]).apply(document)).toBe(document);
  });

  test('subject type None takes the Unknown Subject outcome and its connection away', () => {
    const connected = connectCommand([], document, 'init', 'unknown', 'status').apply(document);
    const after = configCommand([], connected, 'init', { ...configIn(connected, 'init'), idType: 'NONE' }, 'Subject Type').apply(connected);
    expect(outcomesIn([], after, 'init').map(({ id }) => id)).toEqual(['created', 'error']);
    expect(after.tree.nodes?.init?.connections?.unknown).toBeUndefined();
  });

  test('a new node gets defaults and a fresh id, connected from where it was asked for', () => {
    const command = addCommand([], 'PollingWaitNode', { x: 1, y: 2 }, { node: 'init', outcome: 'unknown' });
    const after = command.apply(document);
    expect(after.tree.nodes?.[command.id]).toMatchObject({ nodeType: 'PollingWaitNode', x: 1, y: 2, connections: {} });
    expect(after.tree.nodes?.init?.connections?.unknown).toBe(command.id);
  });

  test('delete and bridge leads what came in to where the node went', () => {
    const after = bridgeCommand([], document, 'init').apply(document);
    expect(after.tree.nodes?.page?.connections).toEqual({ outcome: 'status' });
    expect(bridgeCommand([], document, 'page').apply(document).tree.entryNodeId).toBe('init');
  });

  test('a bridge goes on from the first outcome, in whatever order connections are stored', () => {
    const { init, ...nodes } = document.tree.nodes ?? {};
    if (!init) throw new Error('The fixture has the node.');
    const connections = { error: FAILURE_NODE_ID, created: 'status' };
    const stored = { ...document, tree: { ...document.tree, nodes: { ...nodes, init: { ...init, connections } } } };
    expect(bridgeCommand([], stored, 'init').apply(stored).tree.nodes?.page?.connections).toEqual({ outcome: 'status' });
  });

  test('children of a page are added, moved, renamed and removed with the page keeping its outcomes', () => {
    const adding = addChildCommand([], document, 'page', 'PasswordCollectorNode');
    const added = adding.apply(document);
    expect(added.nodes.page?.nodes).toHaveLength(2);
    const moved = moveChildCommand([], added, 'page', adding.id, 0).apply(added);
    expect(moved.nodes.page?.nodes).toMatchObject([{ _id: adding.id }, { _id: 'name' }]);
    expect(renameCommand([], moved, 'name', 'You').apply(moved).nodes.page?.nodes).toMatchObject([{}, { displayName: 'You' }]);
    const removed = removeChildCommand([], moved, 'page', adding.id).apply(moved);
    expect(removed.nodes[adding.id]).toBeUndefined();
    expect(removed.tree.nodes?.page?.connections).toEqual({ outcome: 'init' });
  });

  test('a copy of a page has children of its own', () => {
    const command = duplicateCommand([], document, ['page']);
    const after = command.apply(document);
    const [copy = ''] = command.ids;
    const [child] = (after.nodes[copy]?.nodes ?? []) as { _id: string }[];
    expect(child?._id).not.toBe('name');
    expect(after.nodes[child?._id ?? '']?._type._id).toBe('UsernameCollectorNode');
  });

  test('copies of several nodes lie beside them, on no other node nor on one another, how often they are made', () => {
    const cards = (of: typeof document) => boxesOf(of, []).boxes;
    let after = document;
    for (let times = 0; times < 3; times++) after = duplicateCommand([], after, ['page', 'init', 'status', 'wait']).apply(after);
    expect(cards(after)).toHaveLength(cards(document).length + 12);
    for (const a of cards(after))
      for (const b of cards(after)) {
        const apart = a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
        expect(a.id === b.id || apart, `${a.id} ${b.id}`).toBe(true);
      }
  });

  test('a copied page keeps the versions of its children, on which their outcomes depend', () => {
    const [child] = (document.nodes.page?.nodes ?? []) as { _id: string }[];
    const page = { ...document.nodes.page, nodes: [{ ...child, nodeVersion: '2.0' }] } as (typeof document.nodes)[string];
    const newer = { ...document, nodes: { ...document.nodes, page } };
    const command = duplicateCommand([], newer, ['page']);
    const after = command.apply(newer);
    const [copy] = (after.nodes[command.ids[0] ?? '']?.nodes ?? []) as { _id: string; nodeVersion: string }[];
    expect(copy?.nodeVersion).toBe('2.0');
  });

  test('a journey setting can be set and taken away', () => {
    const set = settingCommand('treeTimeout', 9, 'timeout').apply(document);
    expect(set.tree.treeTimeout).toBe(9);
    expect('treeTimeout' in settingCommand('treeTimeout', undefined, 'timeout').apply(set).tree).toBe(false);
  });
});
