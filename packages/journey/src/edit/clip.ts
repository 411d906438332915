import * as z from 'zod';
import { configOf } from '../graph/config.ts';
import { isEnd, pageChildren } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import { type NodeResource, nodeResourceSchema, type Script, scriptSchema, type Tree, type TreeNode, treeNodeSchema } from '../model.ts';
import type { JourneyDocument } from './document.ts';

/**
 * Nodes that were taken from a journey: on the clipboard as JSON text, so that they can be put into another journey, another browser tab or a
 * mail. Tandem's own small format; `tandem: "nodes"` is how it is known.
 */
export const clipSchema = z.object({
  tandem: z.literal('nodes'),
  version: z.literal(1),
  /** The journey that they come from. */
  journey: z.string().optional(),
  /** The one of them that Start led to. */
  entry: z.string().optional(),
  /** As the journey placed them, with the connections among them and to Success and Failure, which are the same in every journey. */
  nodes: z.record(z.string(), treeNodeSchema),
  /** Their configuration, and that of the nodes inside of pages. */
  resources: z.record(z.string(), nodeResourceSchema),
  /** Scripts that they name. */
  scripts: z.record(z.string(), scriptSchema).default({}),
});
export type Clip = z.infer<typeof clipSchema>;

/**
 * Takes a copy of nodes. Connections to nodes that are not among them stay behind; those to Success and Failure, which every journey has, come
 * along. Ids without a node or without configuration are left out.
 */
export function copyNodes(document: JourneyDocument, ids: readonly string[], knowledge: NodeKnowledge): Clip {
  const { tree } = document;
  const taken = [...new Set(ids)].filter((id) => own(tree.nodes, id) !== undefined && own(document.nodes, id) !== undefined);
  return clipOf(tree, taken, document.nodes, document.scripts, knowledge);
}

export function clipOf(
  tree: Tree,
  ids: readonly string[],
  resources: Readonly<Record<string, NodeResource>>,
  scripts: Readonly<Record<string, Script>>,
  knowledge: NodeKnowledge,
): Clip {
  const clip: Clip = { tandem: 'nodes', version: 1, journey: tree._id, nodes: {}, resources: {}, scripts: {} };
  const among = new Set(ids);
  if (tree.entryNodeId !== undefined && among.has(tree.entryNodeId)) clip.entry = tree.entryNodeId;
  const take = (id: string) => {
    const resource = own(resources, id);
    if (resource === undefined) return;
    clip.resources[id] = resource;
    for (const script of knowledge.references(resource._type._id, configOf(resource)).scripts) {
      const found = own(scripts, script);
      if (found !== undefined) clip.scripts[script] = found;
    }
  };
  for (const id of ids) {
    const node = own(tree.nodes, id);
    const resource = own(resources, id);
    if (node === undefined) continue;
    clip.nodes[id] = { ...node, connections: kept(node, among) };
    take(id);
    if (resource !== undefined) for (const child of pageChildren(resource)) take(child._id);
  }
  return clip;
}

function kept({ connections = {} }: TreeNode, among: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(connections).filter(([, to]) => among.has(to) || isEnd(to)));
}
