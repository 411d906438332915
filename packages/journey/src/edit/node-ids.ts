import { own } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import type { Json, NodeResource, Tree, TreeNode } from '../model.ts';
import { readAnnotations } from './notes.ts';

/**
 * Nodes under other ids: AM knows a node by type and id, so a copy of one needs an id of its own, and whatever names the old one has to follow:
 * connections, outcomes of pages, what a page holds and how its stage shows it, comments.
 */
export type NodeIds = ReadonlyMap<string, string>;

/** A new id for each of these. */
export function newIdsFor(ids: Iterable<string>, newId: () => string): Map<string, string> {
  return new Map([...new Set(ids)].map((id) => [id, newId()]));
}

/** The new id; what has none keeps its own. */
export const idAnew = (id: string, ids: NodeIds): string => ids.get(id) ?? id;

/** Outcomes of a page of version 2.0 begin with the id of the node inside: `<id>-<outcome>`. */
function outcomeAnew(outcome: string, ids: NodeIds): string {
  for (const [id, fresh] of ids) if (outcome.startsWith(`${id}-`)) return `${fresh}${outcome.slice(id.length)}`;
  return outcome;
}

/** Connections of a node: where they lead, and from which outcome of a page. */
export function connectionsAnew({ nodeType, connections = {} }: TreeNode, ids: NodeIds): Record<string, string> {
  return Object.fromEntries(
    Object.entries(connections).map(([outcome, to]) => [nodeType === PAGE_TYPE ? outcomeAnew(outcome, ids) : outcome, idAnew(to, ids)]),
  );
}

/** The configuration of a copy, without a revision: that belongs to the node that was copied. */
export function resourceAnew({ _rev, ...resource }: NodeResource, ids: NodeIds): NodeResource {
  const copy: NodeResource = { ...resource, _id: idAnew(resource._id, ids) };
  if (resource._type._id !== PAGE_TYPE) return copy;
  const { nodes, stage, _outcomes } = resource;
  return {
    ...copy,
    ...(Array.isArray(nodes) ? { nodes: nodes.map((child: unknown) => childAnew(child, ids)) } : {}),
    ...(_outcomes === undefined ? {} : { _outcomes: _outcomes.map((outcome) => ({ ...outcome, id: outcomeAnew(outcome.id, ids) })) }),
    ...(typeof stage === 'string' ? { stage: stageAnew(stage, ids) } : {}),
  };
}

function childAnew(child: unknown, ids: NodeIds): unknown {
  if (typeof child !== 'object' || child === null || !('_id' in child) || typeof child._id !== 'string') return child;
  return { ...child, _id: idAnew(child._id, ids) };
}

/** How choices and passwords are shown stands in the stage, as JSON that names the node inside. A stage may also be a mere name. */
function stageAnew(stage: string, ids: NodeIds): string {
  try {
    return JSON.stringify(textsAnew(JSON.parse(stage) as Json, ids));
  } catch {
    return stage;
  }
}

function textsAnew(value: Json, ids: NodeIds): Json {
  if (typeof value === 'string') return idAnew(value, ids);
  if (Array.isArray(value)) return value.map((item) => textsAnew(item, ids));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textsAnew(item, ids)]));
}

/** The tree of a copy, without a revision. */
export function treeAnew({ _rev, ...tree }: Tree, ids: NodeIds): Tree {
  return {
    ...tree,
    ...(tree.entryNodeId === undefined ? {} : { entryNodeId: idAnew(tree.entryNodeId, ids) }),
    ...(tree.nodes === undefined
      ? {}
      : { nodes: Object.fromEntries(Object.entries(tree.nodes).map(([id, node]) => [idAnew(id, ids), nodeAnew(node, ids)])) }),
    ...commentsAnew(tree, ids),
  };
}

function nodeAnew(node: TreeNode, ids: NodeIds): TreeNode {
  return node.connections === undefined ? node : { ...node, connections: connectionsAnew(node, ids) };
}

/** Comments stand under the id of their node; text that cannot be read is left alone. */
function commentsAnew({ uiConfig }: Tree, ids: NodeIds): Pick<Tree, 'uiConfig'> {
  const { all, forNodes } = readAnnotations(uiConfig?.annotations ?? '') ?? {};
  if (all === undefined || forNodes === undefined || !Object.keys(forNodes).some((id) => ids.has(id))) return {};
  const moved = Object.fromEntries(Object.keys(forNodes).map((id) => [idAnew(id, ids), own(forNodes, id) as Json]));
  return { uiConfig: { ...uiConfig, annotations: JSON.stringify({ ...all, forNodes: moved }) } };
}
