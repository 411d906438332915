import * as z from 'zod';
import type { Writing } from '../bundle.ts';
import { isObject } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import { type NodeResource, nodeResourceSchema, pageChildSchema } from '../model.ts';
import type { Place, Problems } from './problems.ts';

const fileSchema = nodeResourceSchema.extend({ _id: z.string().min(1).optional() });
const pageSchema = z.looseObject({ nodes: z.array(pageChildSchema).optional() });

export interface ReadNodes {
  nodes: Record<string, NodeResource>;
  /** By id: nodes that came without `_id`. */
  writing: Record<string, Writing>;
}

/**
 * Reads `nodes` or `innerNodes`: id -> node resource. A node needs its `_type._id`, nothing else (what frodo's own import requires); an `_id`
 * must be the one it is listed under.
 */
export function readNodes(value: unknown, container: 'nodes' | 'innerNodes', at: Place, problems: Problems): ReadNodes {
  const result: ReadNodes = { nodes: {}, writing: {} };
  for (const [id, entry] of Object.entries(problems.object(value, at, container))) {
    const place = { ...at, node: id };
    const field = `${container}.${id}`;
    if (isObject(entry) && !(isObject(entry._type) && typeof entry._type._id === 'string' && entry._type._id !== '')) {
      problems.add(place, `${field}._type._id`, `The node "${id}" in "${container}" has no _type._id.`, 'the node type, e.g. "PageNode"');
      continue;
    }
    if (isObject(entry) && entry._id !== undefined && entry._id !== id) {
      problems.add(place, `${field}._id`, `The node is listed as "${id}" but its _id is ${JSON.stringify(entry._id)}.`, id);
      continue;
    }
    const node = problems.check(fileSchema, entry, place, field);
    if (node === undefined) continue;
    if (node._type._id === PAGE_TYPE && problems.check(pageSchema, node, place, field) === undefined) continue;
    result.nodes[id] = node._id === undefined ? { ...node, _id: id } : (node as NodeResource);
    if (node._id === undefined) result.writing[id] = { lacks: ['_id'] };
  }
  return result;
}
