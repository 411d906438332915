import type { Json, JsonObject, NodeResource } from '../model.ts';

const META = new Set(['_id', '_rev', '_type', '_outcomes']);

/** A node resource's configuration: what stands beside AM's own `_id`, `_rev`, `_type` and `_outcomes`. */
export function configOf(resource: NodeResource): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => !META.has(key))) as JsonObject;
}

/** Path of the first field that holds this text, e.g. `script` or `providers.0`; undefined when none does. */
export function fieldHolding(config: Json, text: string): string | undefined {
  if (typeof config !== 'object' || config === null) return undefined;
  for (const [key, value] of Object.entries(config)) {
    if (value === text) return key;
    const inner = fieldHolding(value, text);
    if (inner !== undefined) return `${key}.${inner}`;
  }
  return undefined;
}

/** Every text in the configuration with the path of the field that holds it. */
export function textsOf(config: Json, path = ''): { field: string; text: string }[] {
  if (typeof config === 'string') return [{ field: path, text: config }];
  if (typeof config !== 'object' || config === null) return [];
  return Object.entries(config).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}
