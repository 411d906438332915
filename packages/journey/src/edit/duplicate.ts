import type { JourneyDocument } from './document.ts';
import { newIdsFor, resourceAnew, treeAnew } from './node-ids.ts';

/**
 * A copy of a journey under another name. Every node gets an id of its own: nodes are resources of the realm, so that editing the copy would
 * change the original otherwise. Scripts stay shared, as AM's own duplicate leaves them.
 *
 * @param newId makes UUIDs
 */
export function duplicateJourney({ tree, nodes, scripts }: JourneyDocument, name: string, newId: () => string): JourneyDocument {
  const ids = newIdsFor([...Object.keys(tree.nodes ?? {}), ...Object.keys(nodes)], newId);
  const copies = Object.values(nodes).map((node) => resourceAnew(node, ids));
  return { tree: { ...treeAnew(tree, ids), _id: name }, nodes: Object.fromEntries(copies.map((node) => [node._id, node])), scripts };
}
