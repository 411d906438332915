import * as z from 'zod';
import type { Writing } from '../bundle.ts';
import { isObject } from '../json/own.ts';
import { type CustomNodeType, customNodeTypeSchema } from '../model.ts';
import type { Place, Problems } from './problems.ts';

/** frodo writes a custom type's source as lines when asked to, and the types inside a journey's file have no `_id`: both seen in its own exports. */
const fileSchema = customNodeTypeSchema.extend({
  _id: z.string().min(1).optional(),
  serviceName: z.string().min(1).optional(),
  script: z.union([z.string(), z.array(z.string())]),
});

export interface CustomTypes {
  types: Record<string, CustomNodeType>;
  /** By id, where the file's writing differs from the realm's form. */
  writing: Record<string, Writing>;
}

/**
 * Reads `nodeTypes`: id (`<serviceName>-1`) -> custom node type. In the realm each has its `_id` and plain source.
 * What is wrong with one is added to `problems`; that one is left out.
 */
export function readCustomTypes(value: unknown, place: Place, problems: Problems): CustomTypes {
  const result: CustomTypes = { types: {}, writing: {} };
  for (const [id, entry] of Object.entries(problems.object(value, place, 'nodeTypes'))) {
    const field = `nodeTypes.${id}`;
    if (isObject(entry) && entry._id !== undefined && entry._id !== id) {
      problems.add(place, `${field}._id`, `The custom node type is listed as "${id}" but its _id is ${JSON.stringify(entry._id)}.`, id);
      continue;
    }
    const checked = problems.check(fileSchema, entry, place, field);
    if (checked === undefined) continue;
    const lacks = [...(checked._id === undefined ? ['_id'] : []), ...(checked.serviceName === undefined ? ['serviceName'] : [])];
    const lines = Array.isArray(checked.script);
    result.types[id] = {
      ...checked,
      _id: id,
      serviceName: checked.serviceName ?? id.replace(/-\d+$/, ''),
      script: typeof checked.script === 'string' ? checked.script : checked.script.join('\n'),
    };
    if (lacks.length > 0 || lines) result.writing[id] = { ...(lacks.length > 0 ? { lacks } : {}), ...(lines ? { lines: true as const } : {}) };
  }
  return result;
}

/** The custom type as its file wrote it. Fields that were filled in go again only while they hold what was filled in. */
export function writeCustomType(type: CustomNodeType, id: string, writing: Writing | undefined): Record<string, unknown> {
  const written: Record<string, unknown> = { ...type };
  if (writing?.lines) written.script = type.script.split('\n');
  if (writing?.lacks?.includes('_id')) delete written._id;
  if (writing?.lacks?.includes('serviceName') && type.serviceName === id.replace(/-\d+$/, '')) delete written.serviceName;
  return written;
}
