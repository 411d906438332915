import type { Tree } from '@tandem/journey';

/** Ids of the placed nodes as a run meets them: from the entry along the connections, then what nothing leads to. */
export function journeyOrder(tree: Tree): string[] {
  const nodes = tree.nodes ?? {};
  const order = new Set<string>();
  const open = tree.entryNodeId === undefined ? [] : [tree.entryNodeId];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const node = nodes[id];
    if (!node || order.has(id)) continue;
    order.add(id);
    open.push(...Object.values(node.connections ?? {}));
  }
  for (const id of Object.keys(nodes)) order.add(id);
  return [...order];
}
