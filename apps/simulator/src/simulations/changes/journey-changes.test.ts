import type { JourneyDocument } from '@tandem/journey';
import { expect, test } from 'vitest';
import { journeyChanges } from './journey-changes.ts';

const plain = () => ({
  id: 'Desk',
  version: 0,
  tree: {
    _id: 'Desk',
    _rev: '1',
    entryNodeId: 'n1',
    nodes: {
      n1: { displayName: 'Wait', nodeType: 'PollingWaitNode', connections: { DONE: 'n2' }, x: 1, y: 1 },
      n2: { displayName: 'Page', nodeType: 'PageNode', connections: {}, x: 1, y: 1 },
    },
  },
  nodes: {
    n1: { _id: 'n1', _rev: 'a', secondsToWait: 5 },
    n2: { _id: 'n2', nodes: [{ _id: 'c1', displayName: 'Password' }] },
    c1: { _id: 'c1' },
  },
  scripts: { s1: { _id: 's1', name: 'Check', script: 'a' } },
});
const document = () => plain() as unknown as JourneyDocument;

const changed = (change: (copy: ReturnType<typeof plain>) => unknown) => {
  const copy = plain();
  change(copy);
  return journeyChanges(document(), copy as unknown as JourneyDocument);
};

test('where only revisions and places differ, nothing runs otherwise', () => {
  expect(
    changed((copy) => {
      copy.version = 7;
      copy.tree._rev = '2';
      copy.nodes.n1 = { secondsToWait: 5, _rev: 'b', _id: 'n1' };
      copy.tree.nodes.n1.x = 500;
      Object.assign(copy.tree, { description: 'new' });
    }),
  ).toEqual([]);
});

test.each<[string, (copy: ReturnType<typeof plain>) => unknown, string[]]>([
  ['a setting', (copy) => Object.assign(copy.nodes.n1, { secondsToWait: 6 }), ['Wait']],
  ['one of a node in a page', (copy) => Object.assign(copy.nodes.c1, { extra: 1 }), ['Password']],
  ['a script', (copy) => Object.assign(copy.scripts.s1, { script: 'b' }), ['script Check']],
  ['a connection', (copy) => Object.assign(copy.tree.nodes.n1, { connections: {} }), ['how its nodes are connected']],
  ['a property of the journey', (copy) => Object.assign(copy.tree, { mustRun: true }), ['how its nodes are connected']],
])('%s is named', (_, change, names) => expect(changed(change)).toEqual(names));

test('a node that is gone is named as the simulation knows it', () => {
  expect(
    changed((copy) => {
      Reflect.deleteProperty(copy.nodes, 'n1');
      Reflect.deleteProperty(copy.tree.nodes, 'n1');
    }),
  ).toEqual(['Wait', 'how its nodes are connected']);
});
