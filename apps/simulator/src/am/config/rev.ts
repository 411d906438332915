import { isObject, type JsonObject } from '@tandem/journey';

/**
 * The revision of a resource: derived from its content, so that equal bytes keep it (facts 1.2), and written as AM writes it, a signed 32-bit
 * number. The order of keys does not count.
 */
export function revOf(item: JsonObject): string {
  const { _rev, ...content } = item;
  const text = JSON.stringify(ordered(content));
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return String(hash);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.keys(value)
    .sort()
    .map((key) => [key, ordered(value[key])]);
}
