import { describe, expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { sayTheSame } from './content.ts';

const document = loopDocument();
const [first = ''] = Object.keys(document.tree.nodes ?? {});
const withNode = (changed: object) => ({
  ...document,
  tree: { ...document.tree, nodes: { ...document.tree.nodes, [first]: { ...document.tree.nodes?.[first], ...changed } } } as typeof document.tree,
});

describe('what a journey says', () => {
  test('stays the same while nodes and ends are only moved', () => {
    expect(sayTheSame(document, withNode({ x: 9, y: 9 }))).toBe(true);
    const end = { ...document, tree: { ...document.tree, staticNodes: { ...document.tree.staticNodes, startNode: { x: 1, y: 2 } } } };
    const moved = { ...end, tree: { ...end.tree, staticNodes: { ...end.tree.staticNodes, startNode: { x: 3, y: 4 } } } };
    expect(sayTheSame(end, moved)).toBe(true);
  });
  test('is another with a name, a connection, a setting, a flag or a node that changed', () => {
    expect(sayTheSame(document, withNode({ displayName: 'Other' }))).toBe(false);
    expect(sayTheSame(document, withNode({ connections: {} }))).toBe(false);
    expect(sayTheSame(document, { ...document, nodes: { ...document.nodes } })).toBe(false);
    expect(sayTheSame(document, { ...document, tree: { ...document.tree, enabled: document.tree.enabled !== true } })).toBe(false);
    const { [first]: _, ...nodes } = document.tree.nodes ?? {};
    expect(sayTheSame(document, { ...document, tree: { ...document.tree, nodes } })).toBe(false);
  });
});
