import { readAnnotations } from '../edit/notes.ts';
import { isObject } from '../json/own.ts';
import type { Json, JsonObject } from '../model.ts';

type Value = Json | undefined;

const keyOf = (entry: Json): string => (isObject(entry) && typeof entry.id === 'string' ? entry.id : JSON.stringify(entry));

/** Notes by their ids instead of by their places in the list; undefined for text that holds none, or two of one id. */
function byId(text: Value): JsonObject | undefined {
  const read = text === undefined ? readAnnotations('') : typeof text === 'string' ? readAnnotations(text) : undefined;
  if (read === undefined) return undefined;
  const structural = Object.fromEntries(read.structural.map((entry) => [keyOf(entry), entry]));
  if (Object.keys(structural).length < read.structural.length) return undefined;
  return { ...read.all, forNodes: read.forNodes, structural };
}

/**
 * Merges sticky notes and comments, each by its id, which stand as JSON text in `uiConfig.annotations`.
 *
 * @param merge merges objects property by property
 * @returns undefined where a text is none of notes
 */
export function mergeNotes(
  base: Value,
  mine: Value,
  theirs: Value,
  merge: (base: JsonObject, mine: JsonObject, theirs: JsonObject) => JsonObject,
): string | undefined {
  const [was, left, right] = [byId(base), byId(mine), byId(theirs)];
  if (!was || !left || !right) return undefined;
  const merged = merge(was, left, right);
  return JSON.stringify({ ...merged, structural: Object.values(merged.structural as JsonObject) });
}
