import type { CustomNodeType, Tree } from '@tandem/journey';
import { outcomesOf } from '@tandem/nodes';
import { lookupOf } from './describe.ts';
import type { JourneyDocument } from './document.ts';

/** Ids of the placed nodes of a journey as a run meets them. */
export function orderOf(document: JourneyDocument, customTypes: readonly CustomNodeType[]): string[] {
  const lookup = lookupOf(document, customTypes);
  return journeyOrder(document.tree, (id) => {
    const node = document.tree.nodes?.[id];
    return node ? outcomesOf(lookup, node, document.nodes[id]).map((outcome) => outcome.id) : [];
  });
}

/**
 * Ids of the placed nodes as a run meets them: from the entry along the outcomes, in their order and not in that of the file, then what nothing
 * leads to.
 *
 * @param portsOf ids of a node's outcomes in the order of its ports
 */
export function journeyOrder(tree: Tree, portsOf: (id: string) => readonly string[]): string[] {
  const nodes = tree.nodes ?? {};
  const order = new Set<string>();
  const open = tree.entryNodeId === undefined ? [] : [tree.entryNodeId];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const node = nodes[id];
    if (!node || order.has(id)) continue;
    order.add(id);
    const connections = node.connections ?? {};
    // Those of outcomes that are gone come last.
    open.push(...portsOf(id).flatMap((outcome) => connections[outcome] ?? []), ...Object.values(connections));
  }
  for (const id of Object.keys(nodes)) order.add(id);
  return [...order];
}
