import { own } from '../json/own.ts';
import { FAILURE_NODE_ID, type NodeResource, type PageChild, pageChildSchema, SUCCESS_NODE_ID, type Tree, type TreeNode } from '../model.ts';

export interface Connection {
  from: string;
  outcome: string;
  to: string;
}

/** The nodes that a journey places, in its order. A tree without `nodes` places none. */
export function treeNodes(tree: Tree): { id: string; node: TreeNode }[] {
  return Object.entries(tree.nodes ?? {}).map(([id, node]) => ({ id, node }));
}

/** Every connection of a journey. The entry is not one of them: it is `entryNodeId`. */
export function connectionsOf(tree: Tree): Connection[] {
  return treeNodes(tree).flatMap(({ id, node }) => Object.entries(node.connections ?? {}).map(([outcome, to]) => ({ from: id, outcome, to })));
}

/** Whether the id is one of the two fixed ends, Success and Failure. */
export function isEnd(id: string): boolean {
  return id === SUCCESS_NODE_ID || id === FAILURE_NODE_ID;
}

/** Ids that can be reached from the entry, the ends included. Connections to ids that the journey does not place lead nowhere. */
export function reachable(tree: Tree): Set<string> {
  const seen = new Set<string>();
  const open = tree.entryNodeId === undefined ? [] : [tree.entryNodeId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = own(tree.nodes, id);
    if (seen.has(id) || (node === undefined && !isEnd(id))) continue;
    seen.add(id);
    open.push(...Object.values(node?.connections ?? {}));
  }
  return seen;
}

/** Which of the fixed ends a run of the journey can come to. */
export function ends(tree: Tree): { success: boolean; failure: boolean } {
  const ids = reachable(tree);
  return { success: ids.has(SUCCESS_NODE_ID), failure: ids.has(FAILURE_NODE_ID) };
}

/** The nodes inside a page, in the order in which the page shows them. Entries that are not page children are left out. */
export function pageChildren(resource: NodeResource): PageChild[] {
  const children = resource.nodes;
  if (!Array.isArray(children)) return [];
  return children.filter((child): child is PageChild => pageChildSchema.safeParse(child).success);
}
