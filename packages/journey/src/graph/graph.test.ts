import { describe, expect, it } from 'vitest';
import { customNodeFiles, journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import { emptyRealm, FAILURE_NODE_ID, nodeKey, type Realm, SUCCESS_NODE_ID, type Tree } from '../model.ts';
import { configOf, fieldHolding } from './config.ts';
import { findInnerJourneyCycles } from './cycles.ts';
import { dependenciesOf } from './dependencies.ts';
import { customTypeOfNode, nodesOf } from './nodes.ts';
import { connectionsOf, ends, pageChildren, reachable, treeNodes } from './tree.ts';
import { usesOf } from './uses.ts';

const tree: Tree = {
  _id: 'T',
  entryNodeId: 'a',
  nodes: {
    a: { nodeType: 'X', connections: { yes: 'b', no: FAILURE_NODE_ID } },
    b: { nodeType: 'X', connections: { back: 'a', lost: 'nowhere' } },
    c: { nodeType: 'X', connections: { ok: SUCCESS_NODE_ID } },
  },
};

describe('a tree', () => {
  it('lists nodes and connections in its order', () => {
    expect(treeNodes(tree).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(connectionsOf(tree)).toContainEqual({ from: 'b', outcome: 'lost', to: 'nowhere' });
    expect(connectionsOf({ _id: 'empty' })).toEqual([]);
  });

  it('is reachable from its entry, round loops and not through dangling connections', () => {
    expect([...reachable(tree)].sort()).toEqual(['a', 'b', FAILURE_NODE_ID].sort());
    expect(ends(tree)).toEqual({ success: false, failure: true });
    expect(reachable({ ...tree, entryNodeId: undefined }).size).toBe(0);
  });
});

describe('nodesOf', () => {
  it('lists pages followed by their inner nodes', () => {
    const realm = realmOf(journeyFiles.aic10);
    const nodes = nodesOf(realm, realm.journeys.LibraryLogin?.tree ?? tree);
    expect(nodes.map(({ displayName, page }) => [displayName, page])).toEqual([
      ['Login page', undefined],
      ['Name', uid(1)],
      ['Password', uid(1)],
      ['Check card', undefined],
      ['Tell the desk', undefined],
    ]);
  });

  it('leaves out page entries that are none', () => {
    expect(pageChildren({ _id: 'p', _type: { _id: 'PageNode' }, nodes: [{ _id: 'x' }, null, { _id: 'y', nodeType: 'Y' }] })).toEqual([
      { _id: 'y', nodeType: 'Y' },
    ]);
    expect(pageChildren({ _id: 'p', _type: { _id: 'PageNode' } })).toEqual([]);
  });
});

it('finds the custom type of a node, and the id it would have', () => {
  expect(customTypeOfNode(realmOf(customNodeFiles.customNodes), 'designer-0123456789abcdef0123456789abcdef')).toBe(
    '0123456789abcdef0123456789abcdef-1',
  );
  expect(customTypeOfNode(emptyRealm('a'), 'designer-x')).toBe('x-1');
  expect(customTypeOfNode(emptyRealm('a'), 'PageNode')).toBeUndefined();
});

it('finds the field that names something', () => {
  expect(fieldHolding({ a: 1, b: { c: ['x', 'y'] } }, 'y')).toBe('b.c.1');
  expect(fieldHolding({ a: 'b' }, 'z')).toBeUndefined();
  expect(configOf({ _id: 'a', _rev: '1', _type: { _id: 'T' }, _outcomes: [], _own: 1, b: 2 })).toEqual({ _own: 1, b: 2 });
});

describe('usesOf', () => {
  const realm = realmOf(journeyFiles.aic10, journeyFiles.aic11, journeyFiles.frodo3Multi);

  it.each([
    [{ script: uid(20) }, [{ journey: 'LibraryLogin', node: uid(4), displayName: 'Check card', field: 'script' }]],
    [{ journey: 'ParcelConfirm' }, [{ journey: 'Parcel', node: uid(30), displayName: 'Ask the receiver', field: 'tree' }]],
    [{ emailTemplate: 'cardLost' }, [{ journey: 'LibraryLogin', node: uid(5), displayName: 'Tell the desk', field: 'emailTemplateName' }]],
    [{ nodeType: 'MessageNode' }, [{ journey: 'ParcelConfirm', node: uid(33), displayName: 'Confirm', page: uid(32) }]],
    [{ script: uid(21) }, []],
  ])('%j', (target, uses) => {
    expect(usesOf(realm, target, knowledge)).toEqual(uses);
  });
});

/** Journeys that evaluate each other: `{A: ['B']}` is A with B inside. */
function nested(inner: Record<string, string[]>, type = 'InnerTreeEvaluatorNode'): Realm {
  const realm = emptyRealm('alpha');
  for (const [name, others] of Object.entries(inner)) {
    realm.journeys[name] = { tree: { _id: name, nodes: Object.fromEntries(others.map((other) => [`${name}>${other}`, { nodeType: type }])) } };
    for (const other of others) realm.nodes[nodeKey(type, `${name}>${other}`)] = { _id: `${name}>${other}`, _type: { _id: type }, tree: other };
  }
  return realm;
}

describe('inner journeys', () => {
  const cycles = (realm: Realm) => findInnerJourneyCycles(realm, knowledge).map((cycle) => cycle.map((step) => step.journey));

  it('in a circle are found once, with their nodes', () => {
    expect(findInnerJourneyCycles(nested({ C: ['A'], B: ['C'], A: ['B'] }), knowledge)).toEqual([
      [
        { journey: 'A', node: 'A>B' },
        { journey: 'B', node: 'B>C' },
        { journey: 'C', node: 'C>A' },
      ],
    ]);
    expect(cycles(nested({ Z: ['Z'], A: ['B', 'C'], B: ['A'], C: ['A'] }))).toEqual([['A', 'B'], ['A', 'C'], ['Z']]);
  });

  it('that come to an end are fine, shared ones too', () => {
    expect(cycles(nested({ A: ['B', 'C'], B: ['D'], C: ['D'], D: ['gone'] }))).toEqual([]);
  });

  it('started by Initialize form no circle', () => {
    expect(cycles(nested({ A: ['A'] }, 'BackChannelInitNode'))).toEqual([]);
  });

  it('may be nested deeper than the call stack', () => {
    const deep = nested(Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`J${n}`, [`J${n + 1}`]])));
    expect(cycles(deep)).toEqual([]);
    expect(dependenciesOf(deep, ['J0'], knowledge).journeys).toHaveLength(2999);
  });
});

it('dependencies are followed through circles, without the journeys given', () => {
  expect(dependenciesOf(nested({ A: ['B'], B: ['A', 'C', 'gone'], C: [] }), ['A'], knowledge).journeys).toEqual(['B', 'C']);
});
