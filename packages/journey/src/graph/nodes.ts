import { own } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import { findCustomType, type Journey, type NodeResource, nodeKey, type Realm, type Tree } from '../model.ts';
import { pageChildren, treeNodes } from './tree.ts';

/** A node that a journey uses, on the canvas or inside a page. */
export interface UsedNode {
  id: string;
  type: string;
  /** The name the journey (or the page) gives it; its id when it gives none. */
  displayName: string;
  /** Id of the page it stands in. */
  page?: string;
  /** undefined when the realm lacks it. */
  resource: NodeResource | undefined;
}

/** Every node of a journey in its order, each page followed by its inner nodes. */
export function nodesOf(realm: Pick<Realm, 'nodes'>, tree: Tree): UsedNode[] {
  return treeNodes(tree).flatMap(({ id, node }) => {
    const resource = own(realm.nodes, nodeKey(node.nodeType, id));
    const used: UsedNode[] = [{ id, type: node.nodeType, displayName: node.displayName || id, resource }];
    if (resource === undefined || node.nodeType !== PAGE_TYPE) return used;
    for (const child of pageChildren(resource)) {
      const inner = own(realm.nodes, nodeKey(child.nodeType, child._id));
      used.push({ id: child._id, type: child.nodeType, displayName: child.displayName || child._id, page: id, resource: inner });
    }
    return used;
  });
}

/** Realm keys of the nodes that a journey holds: placed, or come with its file. */
export function nodeKeysOf(realm: Pick<Realm, 'nodes'>, { tree, bundle }: Journey): string[] {
  const placed = nodesOf(realm, tree).map(({ type, id }) => nodeKey(type, id));
  const brought = [...(bundle?.nodes ?? []), ...(bundle?.innerNodes ?? [])].map(({ type, id }) => nodeKey(type, id));
  return [...new Set([...placed, ...brought])];
}

/** The container of an export in which each node of a journey belongs, by `nodeKey`. A node both on the canvas and in a page is on the canvas. */
export function placement(nodes: readonly UsedNode[]): Map<string, 'nodes' | 'innerNodes'> {
  const containers = new Map<string, 'nodes' | 'innerNodes'>();
  for (const { type, id, page } of nodes) {
    const key = nodeKey(type, id);
    if (page === undefined) containers.set(key, 'nodes');
    else if (!containers.has(key)) containers.set(key, 'innerNodes');
  }
  return containers;
}

const CUSTOM_PREFIX = 'designer-';

/** Whether a node type id is one of AIC's node designer (`designer-<serviceName>`). */
export function isCustomType(type: string): boolean {
  return type.startsWith(CUSTOM_PREFIX);
}

/** Realm key of the custom node type behind a node's type: that of the type itself, or `<serviceName>-1` while the realm lacks it; undefined for AM's own types. */
export function customTypeOfNode(realm: Pick<Realm, 'nodeTypes'>, type: string): string | undefined {
  if (!isCustomType(type)) return undefined;
  return findCustomType(realm, type)?._id ?? `${type.slice(CUSTOM_PREFIX.length)}-1`;
}
