import { isEnd } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import { type Position, START_NODE_ID, type Tree, type TreeNode } from '../model.ts';
import { EditError } from './document.ts';

/**
 * Connects an outcome of a node; an existing connection of that outcome is replaced. `to` may be any id: a journey under construction may point
 * to what is still to come, and the import warns about what stays open.
 * @throws EditError when the journey does not place `from`
 */
export function connect(tree: Tree, from: string, outcome: string, to: string): Tree {
  const node = placed(tree, from);
  if (own(node.connections, outcome) === to) return tree;
  return withNode(tree, from, { ...node, connections: { ...node.connections, [outcome]: to } });
}

/**
 * Removes the connection of an outcome; nothing happens when there is none.
 * @throws EditError when the journey does not place `from`
 */
export function disconnect(tree: Tree, from: string, outcome: string): Tree {
  const node = placed(tree, from);
  if (own(node.connections, outcome) === undefined) return tree;
  const { [outcome]: _, ...connections } = node.connections ?? {};
  return withNode(tree, from, { ...node, connections });
}

/** Makes a node (or an end) the first of the journey. */
export function setEntry(tree: Tree, id: string): Tree {
  return tree.entryNodeId === id ? tree : { ...tree, entryNodeId: id };
}

/**
 * Moves nodes; start and the two ends are among `staticNodes`, which come into being when they are first moved.
 * @param positions canvas coordinates by id; fractions are kept
 * @throws EditError for any other id
 */
export function moveNodes(tree: Tree, positions: Readonly<Record<string, Required<Pick<Position, 'x' | 'y'>>>>): Tree {
  let moved = tree;
  for (const [id, { x, y }] of Object.entries(positions)) {
    const fixed = own(moved.nodes, id) === undefined && (id === START_NODE_ID || isEnd(id) || own(moved.staticNodes, id) !== undefined);
    const current = fixed ? (own(moved.staticNodes, id) ?? {}) : placed(moved, id);
    if (current.x === x && current.y === y) continue;
    moved = fixed
      ? { ...moved, staticNodes: { ...moved.staticNodes, [id]: { ...current, x, y } } }
      : withNode(moved, id, { ...placed(moved, id), x, y });
  }
  return moved;
}

/**
 * Names a node on the canvas.
 * @throws EditError when the journey does not place it
 */
export function renameNode(tree: Tree, id: string, displayName: string): Tree {
  const node = placed(tree, id);
  return node.displayName === displayName ? tree : withNode(tree, id, { ...node, displayName });
}

/** @throws EditError when the journey does not place it */
function placed(tree: Tree, id: string): TreeNode {
  const node = own(tree.nodes, id);
  if (node === undefined) throw new EditError(`The journey "${tree._id}" has no node "${id}".`);
  return node;
}

export function withNode(tree: Tree, id: string, node: TreeNode): Tree {
  return { ...tree, nodes: { ...tree.nodes, [id]: node } };
}
