import { isEnd, pageChildren } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import type { NodeResource, Outcome, Script, TreeNode } from '../model.ts';
import type { Clip } from './clip.ts';
import type { JourneyDocument } from './document.ts';

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
  const all = new Set([...Object.keys(clip.nodes), ...Object.keys(clip.resources), ...inner]);
  return Object.fromEntries([...all].map((id) => [id, newId()]));
}

/**
 * Puts the nodes of a clip into a journey, as they stood to each other.
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
  const nodes: Record<string, TreeNode> = {};
  for (const [id, node] of placed) {
    const x = at.x + (node.x ?? 0) - left;
    const y = at.y + (node.y ?? 0) - top;
    nodes[renamed(ids, id)] = { ...node, x, y, connections: reconnected(node, ids) };
  }
  const resources = Object.values(clip.resources).map((resource) => withIds(resource, ids));
  const brought = Object.values(clip.scripts).filter(({ _id }) => !known.has(_id) && own(document.scripts, _id) === undefined);
  const entry =
    document.tree.entryNodeId || (document.tree.nodes && Object.keys(document.tree.nodes).length > 0) ? {} : { entryNodeId: firstOf(nodes) };
  return {
    document: {
      tree: { ...document.tree, ...entry, nodes: { ...document.tree.nodes, ...nodes } },
      nodes: { ...document.nodes, ...Object.fromEntries(resources.map((resource) => [resource._id, resource])) },
      scripts: brought.length === 0 ? document.scripts : { ...document.scripts, ...byId(brought) },
    },
    ids: Object.keys(nodes),
    scripts: brought.map(({ _id }) => _id),
  };
}

/** In an empty journey the node that no other leads to comes first. */
function firstOf(nodes: Readonly<Record<string, TreeNode>>): string {
  const targets = new Set(Object.values(nodes).flatMap((node) => Object.values(node.connections ?? {})));
  return Object.keys(nodes).find((id) => !targets.has(id)) ?? Object.keys(nodes)[0] ?? '';
}

const byId = (scripts: readonly Script[]) => Object.fromEntries(scripts.map((script) => [script._id, script]));
const renamed = (ids: Readonly<Record<string, string>>, id: string): string => own(ids, id) ?? id;

function reconnected({ nodeType, connections = {} }: TreeNode, ids: Readonly<Record<string, string>>): Record<string, string> {
  const among = Object.entries(connections).filter(([, to]) => own(ids, to) !== undefined || isEnd(to));
  return Object.fromEntries(among.map(([outcome, to]) => [nodeType === PAGE_TYPE ? renamedOutcome(outcome, ids) : outcome, renamed(ids, to)]));
}

/** Outcomes of a page of version 2.0 begin with the id of the node inside. */
function renamedOutcome(outcome: string, ids: Readonly<Record<string, string>>): string {
  const child = Object.keys(ids).find((id) => outcome.startsWith(`${id}-`));
  return child === undefined ? outcome : `${renamed(ids, child)}${outcome.slice(child.length)}`;
}

function withIds(resource: NodeResource, ids: Readonly<Record<string, string>>): NodeResource {
  // A revision belongs to the node that was copied.
  const { _rev, ...rest } = resource;
  const copy: NodeResource = { ...rest, _id: renamed(ids, resource._id) };
  if (resource._type._id !== PAGE_TYPE) return copy;
  const inner = Array.isArray(resource.nodes) ? resource.nodes.map((child: unknown) => childWithId(child, ids)) : resource.nodes;
  return {
    ...copy,
    ...(inner === undefined ? {} : { nodes: inner }),
    ...(resource._outcomes === undefined
      ? {}
      : { _outcomes: resource._outcomes.map((outcome) => ({ ...outcome, id: renamedOutcome(outcome.id, ids) }) as Outcome) }),
    // How choices and passwords are shown stands in the stage, as JSON that names the node inside.
    ...(typeof resource.stage === 'string'
      ? { stage: Object.entries(ids).reduce((text, [id, fresh]) => text.replaceAll(id, fresh), resource.stage) }
      : {}),
  };
}

function childWithId(child: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (typeof child !== 'object' || child === null || !('_id' in child) || typeof child._id !== 'string') return child;
  return { ...child, _id: renamed(ids, child._id) };
}
