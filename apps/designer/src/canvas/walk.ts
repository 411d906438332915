import { START_NODE_ID, type Tree } from '@tandem/journey';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

function targetsOf(tree: Tree, id: string, order: readonly string[]): string[] {
  if (id === START_NODE_ID) return tree.entryNodeId ? [tree.entryNodeId] : [];
  const connections = tree.nodes?.[id]?.connections ?? {};
  const known = order.flatMap((outcome) => connections[outcome] ?? []);
  return [...new Set([...known, ...Object.values(connections)])];
}

function sourcesOf(tree: Tree, id: string): string[] {
  const sources = Object.entries(tree.nodes ?? {}).flatMap(([from, node]) => (Object.values(node.connections ?? {}).includes(id) ? [from] : []));
  return tree.entryNodeId === id ? [START_NODE_ID, ...sources] : sources;
}

/**
 * Where an arrow key leads: right along the first connection, left back to what leads here, up and down between the nodes that the same node
 * leads to. Null where there is nothing.
 *
 * @param outcomesOf ids of a node's outcomes in the order of its ports
 */
export function walk(tree: Tree, from: string, direction: Direction, outcomesOf: (id: string) => readonly string[]): string | null {
  if (direction === 'ArrowRight') return targetsOf(tree, from, outcomesOf(from))[0] ?? null;
  const sources = sourcesOf(tree, from);
  if (direction === 'ArrowLeft') return sources[0] ?? null;
  const step = direction === 'ArrowDown' ? 1 : -1;
  for (const source of sources) {
    const siblings = targetsOf(tree, source, outcomesOf(source));
    const next = siblings[siblings.indexOf(from) + step];
    if (next !== undefined) return next;
  }
  return null;
}
