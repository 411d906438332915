import { type NodeResource, nodeKeysOf, PAGE_TYPE, pageChildren, type Realm, type Tree } from '@tandem/journey';

/** A node that a document places, and where its type is said. */
export interface Placed {
  id: string;
  type: string;
  /** Id of the page that it stands in. */
  page?: string;
}

/** The nodes that a document places, on the canvas and inside its pages. */
export function placedIn(tree: Tree, nodes: Readonly<Record<string, NodeResource>>): Placed[] {
  return Object.entries(tree.nodes ?? {}).flatMap(([id, { nodeType }]): Placed[] => {
    const resource = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    const children = nodeType === PAGE_TYPE && resource ? pageChildren(resource) : [];
    return [{ id, type: nodeType }, ...children.map((child) => ({ id: child._id, type: child.nodeType, page: id }))];
  });
}

/** Which journey uses a node, by node key, without some journeys. */
export function usersOfNodes(realm: Realm, ...except: readonly string[]): Map<string, string> {
  const left = new Set(except);
  const users = new Map<string, string>();
  for (const [name, journey] of Object.entries(realm.journeys)) {
    if (left.has(name)) continue;
    for (const key of nodeKeysOf(realm, journey)) users.set(key, name);
  }
  return users;
}
