import { describe, expect, it } from 'vitest';
import { pageChildren } from '../graph/tree.ts';
import { SUCCESS_NODE_ID } from '../model.ts';
import { moveIntoPage, moveOutOfPage } from './containers.ts';
import type { JourneyDocument } from './document.ts';

const resource = (type: string, id: string, config = {}) => ({ _id: id, ...config, _type: { _id: type, name: type, collection: true } });
/** ask (first) -> page[who] -> after; page also leads back to ask. */
const document: JourneyDocument = {
  tree: {
    _id: 'T',
    entryNodeId: 'ask',
    nodes: {
      ask: { nodeType: 'MessageNode', displayName: 'Ask', version: '1.0', x: 1, y: 2, connections: { true: 'page', false: SUCCESS_NODE_ID } },
      page: { nodeType: 'PageNode', displayName: 'Page', x: 5, y: 2, connections: { outcome: 'after' } },
      after: { nodeType: 'MessageNode', displayName: 'After', x: 9, y: 2, connections: { true: 'ask', false: 'page' } },
    },
  },
  nodes: {
    ask: resource('MessageNode', 'ask'),
    page: {
      ...resource('PageNode', 'page', { nodes: [{ _id: 'who', nodeType: 'UsernameCollectorNode', displayName: 'Who' }] }),
      _outcomes: [{ id: 'outcome', displayName: 'Outcome' }],
    },
    who: resource('UsernameCollectorNode', 'who', { prompt: 'x' }),
    after: resource('MessageNode', 'after'),
  },
  scripts: {},
};
const one = () => [{ id: 'outcome', displayName: 'Outcome' }];
const children = ({ nodes }: JourneyDocument) => pageChildren(nodes.page as NonNullable<(typeof nodes)[string]>).map(({ _id }) => _id);

describe('a node moved into a page', () => {
  it('stands there with its name, version and settings, and no longer on the canvas', () => {
    const { document: moved } = moveIntoPage(document, 'ask', 'page', 0, one);
    expect(children(moved)).toEqual(['ask', 'who']);
    expect(moved.nodes.page?.nodes).toMatchObject([{ _id: 'ask', nodeType: 'MessageNode', nodeVersion: '1.0', displayName: 'Ask' }, { _id: 'who' }]);
    expect(moved.nodes.ask).toBe(document.nodes.ask);
    expect(moved.tree.nodes).not.toHaveProperty('ask');
  });
  it('leaves what led to it to the page, the start too, and gives up its own connections', () => {
    const { document: moved, dropped } = moveIntoPage(document, 'ask', 'page', 0, one);
    expect(moved.tree.entryNodeId).toBe('page');
    expect(moved.tree.nodes?.after?.connections).toEqual({ true: 'page', false: 'page' });
    expect(dropped).toEqual([
      { from: 'ask', outcome: 'true', to: 'page' },
      { from: 'ask', outcome: 'false', to: SUCCESS_NODE_ID },
    ]);
  });
  it('does not make the page lead to itself', () => {
    const { document: moved } = moveIntoPage(document, 'after', 'page', 1, () => [{ id: 'true', displayName: 'True' }]);
    expect(moved.tree.nodes?.page?.connections).toEqual({});
    expect(moved.nodes.page?._outcomes).toEqual([{ id: 'true', displayName: 'True' }]);
  });
  it('has to be on the canvas, and the page a page', () => {
    expect(() => moveIntoPage(document, 'who', 'page', 0, one)).toThrow('no node "who"');
    expect(() => moveIntoPage(document, 'page', 'page', 0, one)).toThrow('no node "page"');
    expect(() => moveIntoPage(document, 'ask', 'after', 0, one)).toThrow('no page "after"');
  });
});

describe('a node moved out of its page', () => {
  it('stands on the canvas, unconnected, with its name and settings', () => {
    const { document: moved, dropped } = moveOutOfPage(document, 'page', 'who', { x: 3, y: 4 }, () => []);
    expect(moved.tree.nodes?.who).toEqual({ nodeType: 'UsernameCollectorNode', displayName: 'Who', x: 3, y: 4, connections: {} });
    expect(moved.nodes.who).toBe(document.nodes.who);
    expect(children(moved)).toEqual([]);
    expect(dropped).toEqual([{ from: 'page', outcome: 'outcome', to: 'after' }]);
  });
  it('is where it was when it goes back', () => {
    const { document: out } = moveOutOfPage(document, 'page', 'who', { x: 3, y: 4 }, one);
    expect(moveIntoPage(out, 'who', 'page', 0, one).document).toEqual(document);
  });
  it('has to be in there', () => {
    expect(() => moveOutOfPage(document, 'page', 'ask', { x: 0, y: 0 }, one)).toThrow('has no node "ask"');
  });
});
