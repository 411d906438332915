import { parseExport } from '../formats/read.ts';
import { checkJson } from '../json/keys.ts';
import { isObject } from '../json/own.ts';
import { parseJsonStrict } from '../json/parse.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import { type Json, type JsonObject, type NodeResource, nodeResourceSchema, type TreeNode } from '../model.ts';
import { ImportRefused } from '../refused.ts';
import { type Clip, clipOf, clipSchema } from './clip.ts';

const ACCEPTED = 'nodes copied in Tandem, an export of a journey, or nodes of an export (objects with _type._id)';
/** Room between the journeys of one file. */
const APART = 400;

/**
 * Reads what somebody wants to paste: Tandem's own nodes, a whole export (the nodes of all its journeys, one below the other), one node resource,
 * or an object of them by id.
 *
 * @throws ImportRefused `not-json` with line and column, `not-an-export` for other JSON, `invalid` with every wrong field
 */
export function readClip(text: string, knowledge: NodeKnowledge): Clip {
  const value = parseJsonStrict(text);
  if (!isObject(value)) throw notNodes();
  if (value.tandem === 'nodes') return ownClip(value);
  if (value.trees !== undefined || value.tree !== undefined) return exportedClip(value, knowledge);
  return looseNodes(value);
}

function ownClip(value: JsonObject): Clip {
  const result = clipSchema.safeParse(checkJson(value));
  if (!result.success) throw invalid(result.error.issues);
  const clip = result.data;
  for (const [id, resource] of Object.entries(clip.resources)) {
    if (resource._id !== id)
      throw new ImportRefused('invalid', [{ node: id, field: '_id', message: `The node "${id}" calls itself "${resource._id}".` }]);
  }
  return clip;
}

function exportedClip(value: JsonObject, knowledge: NodeKnowledge): Clip {
  const { journeys } = parseExport(value);
  const clip: Clip = { tandem: 'nodes', version: 1, nodes: {}, resources: {}, scripts: {} };
  let below = 0;
  for (const { tree, nodes, innerNodes, scripts } of journeys) {
    const ids = Object.keys(tree.nodes ?? {});
    const part = clipOf(tree, ids, { ...innerNodes, ...nodes }, scripts, knowledge);
    for (const [id, node] of Object.entries(part.nodes)) clip.nodes[id] = { ...node, ...(node.y === undefined ? {} : { y: node.y + below }) };
    if (part.entry !== undefined) clip.entry ??= part.entry;
    Object.assign(clip.resources, part.resources);
    Object.assign(clip.scripts, part.scripts);
    below += Math.max(0, ...Object.values(part.nodes).map((node) => node.y ?? 0)) + APART;
  }
  return clip;
}

/** Node resources alone, as they stand in `nodes` and `innerNodes` of an export: nothing says where they stood or what they led to. */
function looseNodes(value: JsonObject): Clip {
  const entries = isNode(value) ? [['', value] as const] : Object.entries(value);
  if (entries.length === 0 || !entries.every(([, entry]) => isNode(entry))) throw notNodes();
  const resources: Record<string, NodeResource> = {};
  const nodes: Record<string, TreeNode> = {};
  for (const [index, [key, entry]] of entries.entries()) {
    const id = typeof (entry as JsonObject)._id === 'string' ? String((entry as JsonObject)._id) : key || `node-${index}`;
    const result = nodeResourceSchema.safeParse({ ...(entry as JsonObject), _id: id });
    if (!result.success) throw invalid(result.error.issues);
    resources[id] = result.data;
  }
  const inner = new Set(Object.values(resources).flatMap(({ nodes: list }) => (Array.isArray(list) ? list.flatMap((child) => childId(child)) : [])));
  const placed = Object.values(resources).filter(({ _id }) => !inner.has(_id));
  for (const [index, { _id, _type }] of placed.entries()) {
    const version = typeof _type.version === 'string' ? { version: _type.version } : {};
    nodes[_id] = { nodeType: _type._id, displayName: _type.name ?? _type._id, connections: {}, x: index * 280, y: 0, ...version };
  }
  return { tandem: 'nodes', version: 1, nodes, resources, scripts: {} };
}

function isNode(value: Json | undefined): boolean {
  return isObject(value) && isObject(value._type) && typeof value._type._id === 'string' && value._type._id !== '';
}

function childId(value: unknown): string[] {
  return isObject(value as Json) && typeof (value as JsonObject)._id === 'string' ? [String((value as JsonObject)._id)] : [];
}

function notNodes(): ImportRefused {
  return new ImportRefused('not-an-export', [{ message: 'The clipboard holds JSON, but no nodes.', expected: ACCEPTED }]);
}

function invalid(issues: readonly { path: readonly PropertyKey[]; message: string }[]): ImportRefused {
  return new ImportRefused(
    'invalid',
    issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message: `${path.map(String).join('.')}: ${message}` })),
  );
}
