import { isEnd, pageChildren } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import type { Script, TreeNode } from '../model.ts';
import type { Clip } from './clip.ts';
import type { JourneyDocument } from './document.ts';
import { connectionsAnew, idAnew, type NodeIds, newIdsFor, resourceAnew } from './node-ids.ts';

export interface Pasted {
  document: JourneyDocument;
  /** Ids of the placed nodes, in the clip's order. */
  ids: string[];
  /** Scripts that came with them. */
  scripts: string[];
}

/** New ids for everything in a clip. Made once, so that a command gives the same nodes whenever it is applied again. */
export function freshIds(clip: Clip, newId: () => string): Record<string, string> {
  const inner = Object.values(clip.resources).flatMap((resource) => pageChildren(resource).map(({ _id }) => _id));
  return Object.fromEntries(newIdsFor([...Object.keys(clip.nodes), ...Object.keys(clip.resources), ...inner], newId));
}

/**
 * Puts the nodes of a clip into a journey, as they stood to each other, connected to this journey's ends where they were connected to those of their
 * own; its Start leads to the one that Start led to when it leads nowhere yet.
 *
 * @param at where the upper left corner of all of them comes
 * @param ids a new id for each id of the clip: `freshIds`
 * @param known scripts that the realm has: those stay as the realm has them, only others come with the nodes
 */
export function pasteNodes(
  document: JourneyDocument,
  clip: Clip,
  at: { x: number; y: number },
  ids: Readonly<Record<string, string>>,
  known: ReadonlySet<string>,
): Pasted {
  const placed = Object.entries(clip.nodes);
  if (placed.length === 0) return { document, ids: [], scripts: [] };
  const left = Math.min(...placed.map(([, node]) => node.x ?? 0));
  const top = Math.min(...placed.map(([, node]) => node.y ?? 0));
  const fresh: NodeIds = new Map(Object.entries(ids));
  const nodes: Record<string, TreeNode> = {};
  for (const [id, node] of placed) {
    const x = at.x + (node.x ?? 0) - left;
    const y = at.y + (node.y ?? 0) - top;
    nodes[idAnew(id, fresh)] = { ...node, x, y, connections: connectionsAnew({ ...node, connections: kept(node, fresh) }, fresh) };
  }
  const resources = Object.values(clip.resources).map((resource) => resourceAnew(resource, fresh));
  const brought = Object.values(clip.scripts).filter(({ _id }) => !known.has(_id) && own(document.scripts, _id) === undefined);
  return {
    document: {
      tree: { ...document.tree, ...entryOf(document, clip, nodes, fresh), nodes: { ...document.tree.nodes, ...nodes } },
      nodes: { ...document.nodes, ...Object.fromEntries(resources.map((resource) => [resource._id, resource])) },
      scripts: brought.length === 0 ? document.scripts : { ...document.scripts, ...byId(brought) },
    },
    ids: Object.keys(nodes),
    scripts: brought.map(({ _id }) => _id),
  };
}

function entryOf({ tree }: JourneyDocument, clip: Clip, nodes: Readonly<Record<string, TreeNode>>, fresh: NodeIds): { entryNodeId?: string } {
  if (tree.entryNodeId) return {};
  if (clip.entry !== undefined && own(clip.nodes, clip.entry) !== undefined) return { entryNodeId: idAnew(clip.entry, fresh) };
  return Object.keys(tree.nodes ?? {}).length > 0 ? {} : { entryNodeId: firstOf(nodes) };
}

/** In an empty journey the node that no other leads to comes first. */
function firstOf(nodes: Readonly<Record<string, TreeNode>>): string {
  const targets = new Set(Object.values(nodes).flatMap((node) => Object.values(node.connections ?? {})));
  return Object.keys(nodes).find((id) => !targets.has(id)) ?? Object.keys(nodes)[0] ?? '';
}

const byId = (scripts: readonly Script[]) => Object.fromEntries(scripts.map((script) => [script._id, script]));

/** Connections to what comes along, and to the ends. */
function kept({ connections = {} }: TreeNode, ids: NodeIds): Record<string, string> {
  return Object.fromEntries(Object.entries(connections).filter(([, to]) => ids.has(to) || isEnd(to)));
}
