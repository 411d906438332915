import { type CustomNodeType, emptyRealm, type NodeResource, nodeKey, type Realm, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { replaceInPlace, usesOfType } from './instances.ts';

const service = 'a'.repeat(32);
const TYPE = `designer-${service}`;
const before: CustomNodeType = {
  _id: `${service}-1`,
  serviceName: service,
  displayName: 'Score',
  outcomes: ['Low', 'High'],
  script: 'action.goTo("Low");',
  errorOutcome: true,
  properties: {
    key: { title: 'Key', type: 'STRING', required: true, defaultValue: 'score' },
    limit: { title: 'Limit', type: 'NUMBER' },
    mode: { title: 'Mode', type: 'STRING', options: { FAST: 'Fast', SAFE: 'Safe' } },
  },
};
const resource = (id: string, type: string, config: object = {}): NodeResource => ({ _id: id, _type: { _id: type, name: 'Score' }, ...config });

/** `Login` places the type itself; `Paged` has it as the last node of a page; `Imitated` has a Configuration Provider for it. */
function realm(pageVersion = '1.0'): Realm {
  const made = emptyRealm('alpha');
  made.nodeTypes[before._id] = before;
  const nodes = [
    resource('n1', TYPE, { key: 'risk', limit: 5, mode: 'FAST', _outcomes: [{ id: 'Low', displayName: 'Low' }] }),
    resource('n2', 'MessageNode'),
    resource('n3', TYPE, { key: 'k' }),
    resource('page', 'PageNode', { nodes: [{ _id: 'n3', nodeType: TYPE, displayName: 'Inner' }] }),
    resource('cp', 'ConfigProviderNode', { nodeType: TYPE }),
  ];
  for (const node of nodes) made.nodes[nodeKey(node._type._id, node._id)] = node;
  made.journeys.Login = {
    tree: {
      _id: 'Login',
      nodes: {
        n1: { nodeType: TYPE, displayName: 'Ask score', connections: { Low: SUCCESS_NODE_ID, High: 'n2', 'Script Error': 'n2', Stray: 'n2' } },
        n2: { nodeType: 'MessageNode', displayName: 'Too high', connections: { true: SUCCESS_NODE_ID } },
      },
    },
  };
  const inner: Record<string, string> =
    pageVersion === '2.0' ? { 'n3-Low': SUCCESS_NODE_ID, 'n3-High': SUCCESS_NODE_ID } : { Low: SUCCESS_NODE_ID, High: SUCCESS_NODE_ID };
  made.journeys.Paged = {
    tree: { _id: 'Paged', nodes: { page: { nodeType: 'PageNode', displayName: 'Page', version: pageVersion, connections: inner } } },
  };
  made.journeys.Imitated = {
    tree: {
      _id: 'Imitated',
      nodes: {
        cp: { nodeType: 'ConfigProviderNode', displayName: 'Provider', connections: { Low: SUCCESS_NODE_ID, CONFIGURATION_FAILED: SUCCESS_NODE_ID } },
      },
    },
  };
  return made;
}

const without = (outcome: string, name: string): CustomNodeType => ({
  ...before,
  outcomes: before.outcomes.flatMap((other) => (other === outcome ? (name === '' ? [] : [name]) : [other])),
});

test('uses are the nodes of the type on canvases and pages, and Configuration Providers that imitate it', () => {
  expect(usesOfType(realm(), TYPE).map(({ journey, node, page, field }) => [journey, node, page, field])).toEqual([
    ['Login', 'n1', undefined, undefined],
    ['Paged', 'n3', 'page', undefined],
    ['Imitated', 'cp', undefined, 'nodeType'],
  ]);
});

describe('connections', () => {
  test('of an outcome that is gone are cut, wherever it showed; all others stay', () => {
    const { effects, trees } = replaceInPlace(realm(), before, without('Low', ''));
    expect(effects.map(({ journey, displayName, cut }) => [journey, displayName, cut])).toEqual([
      ['Login', 'Ask score', [{ outcome: 'Low', to: 'Success' }]],
      ['Paged', 'Page', [{ outcome: 'Low', to: 'Success' }]],
      ['Imitated', 'Provider', [{ outcome: 'Low', to: 'Success' }]],
    ]);
    expect(trees.Login?.nodes?.n1?.connections).toEqual({ High: 'n2', 'Script Error': 'n2', Stray: 'n2' });
    expect(trees.Paged?.nodes?.page?.connections).toEqual({ High: SUCCESS_NODE_ID });
    expect(trees.Imitated?.nodes?.cp?.connections).toEqual({ CONFIGURATION_FAILED: SUCCESS_NODE_ID });
  });

  test('of an outcome that is called otherwise go on under its new name', () => {
    const { effects, trees } = replaceInPlace(realm(), before, without('High', 'Severe'), { outcomes: { Severe: 'High' } });
    expect(trees.Login?.nodes?.n1?.connections).toEqual({ Low: SUCCESS_NODE_ID, Severe: 'n2', 'Script Error': 'n2', Stray: 'n2' });
    expect(effects[0]).toMatchObject({ cut: [], moved: [{ from: 'High', outcome: 'Severe' }] });
  });

  test('of a page of version 2.0 are known by the inner node and its outcome', () => {
    const { trees } = replaceInPlace(realm('2.0'), before, { ...before, outcomes: ['Few'] }, { outcomes: { Few: 'Low' } });
    expect(trees.Paged?.nodes?.page?.connections).toEqual({ 'n3-Few': SUCCESS_NODE_ID });
  });

  test('two outcomes that swap their names swap their connections', () => {
    const { trees } = replaceInPlace(realm(), before, before, { outcomes: { Low: 'High', High: 'Low' } });
    expect(trees.Login?.nodes?.n1?.connections).toMatchObject({ Low: 'n2', High: SUCCESS_NODE_ID });
  });

  test('of the error outcome go with it', () => {
    const { effects } = replaceInPlace(realm(), before, { ...before, errorOutcome: false });
    expect(effects).toMatchObject([{ journey: 'Login', cut: [{ outcome: 'Script Error', to: 'Too high' }] }]);
  });
});

describe('values', () => {
  const change = (properties: CustomNodeType['properties'], renamed = {}) => {
    const made = replaceInPlace(realm(), before, { ...before, properties }, { properties: renamed });
    return { config: made.nodes[nodeKey(TYPE, 'n1')], effect: made.effects.find(({ node }) => node === 'n1') };
  };
  const { key, limit, mode } = before.properties as Required<typeof before>['properties'];

  test('of a property that is gone go with it, and are told', () => {
    const { config, effect } = change({ key: key as never, mode: mode as never });
    expect(config).not.toHaveProperty('limit');
    expect(effect?.values).toEqual([{ label: 'Limit', before: 5, why: 'removed' }]);
  });

  test('follow a property to its new name', () => {
    const { config, effect } = change({ key: key as never, most: limit as never, mode: mode as never }, { most: 'limit' });
    expect(config).toMatchObject({ most: 5 });
    expect(config).not.toHaveProperty('limit');
    expect(effect).toBeUndefined();
  });

  test('take the form of another type where they can', () => {
    const text = { ...limit, type: 'STRING', multivalued: true };
    const { config, effect } = change({ key: key as never, limit: text, mode: mode as never });
    expect(config).toMatchObject({ limit: ['5'] });
    expect(effect?.values).toEqual([{ label: 'Limit', before: 5, after: ['5'], why: 'fitted' }]);
  });

  test('give way to the default where nothing of them fits', () => {
    const narrowed = { ...mode, type: 'STRING', options: { SAFE: 'Safe' }, defaultValue: 'SAFE' };
    const { config, effect } = change({ key: key as never, limit: limit as never, mode: narrowed });
    expect(config).toMatchObject({ mode: 'SAFE' });
    expect(effect?.values).toEqual([{ label: 'Mode', before: 'FAST', after: 'SAFE', why: 'unfit' }]);
  });

  test('of new properties are their defaults; a required one without is told', () => {
    const { config, effect } = change({
      ...before.properties,
      extra: { title: 'Extra', type: 'BOOLEAN', defaultValue: true },
      must: { title: 'Must', type: 'STRING', required: true },
    });
    expect(config).toMatchObject({ key: 'risk', limit: 5, mode: 'FAST', extra: true });
    expect(effect?.needs).toEqual(['Must']);
  });
});

test('what AM wrote down of a node follows: the name of its type, its outcomes; a node on which nothing changes stays the same', () => {
  const { nodes } = replaceInPlace(realm(), before, { ...without('High', 'Severe'), displayName: 'Rating' }, { outcomes: { Severe: 'High' } });
  expect(nodes[nodeKey(TYPE, 'n1')]).toMatchObject({
    _type: { _id: TYPE, name: 'Rating' },
    _outcomes: [{ id: 'Low' }, { id: 'Severe' }, { id: 'Script Error' }],
  });
  expect(nodes[nodeKey(TYPE, 'n3')]).not.toHaveProperty('_outcomes');
  const { nodes: untouched, trees, effects } = replaceInPlace(realm(), before, { ...before, script: 'other' });
  expect([Object.keys(untouched), trees, effects]).toEqual([[nodeKey(TYPE, 'n1')], {}, []]);
});
