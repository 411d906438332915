import { isObject } from '../json/own.ts';
import type { NodeKnowledge, NodeReferences } from '../knowledge.ts';
import type { Json, JsonObject } from '../model.ts';

type Path = readonly (string | number)[];

/**
 * A node's configuration that names one thing where it named another. Only fields that are references are changed: a text that merely reads like
 * the name stays.
 */
export function withReference(
  type: string,
  config: JsonObject,
  kind: keyof NodeReferences,
  from: string,
  to: string,
  knowledge: NodeKnowledge,
): JsonObject {
  if (from === to || !knowledge.references(type, config)[kind].includes(from)) return config;
  const paths = placesOf(config, from).filter((path) => knowledge.references(type, setAt(config, path, to) as JsonObject)[kind].includes(to));
  return paths.reduce<Json>((changed, path) => setAt(changed, path, to), config) as JsonObject;
}

/** Where a text stands as a whole. */
function placesOf(value: Json, text: string, path: Path = []): Path[] {
  if (value === text) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, text, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => placesOf(item, text, [...path, key])) : [];
}

function setAt(value: Json, [key, ...rest]: Path, to: string): Json {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? setAt(item, rest, to) : item));
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === key ? setAt(item, rest, to) : item]))
    : value;
}
