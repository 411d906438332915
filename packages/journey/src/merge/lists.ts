import { commonLines } from '../diff/lines.ts';
import { deepEqual } from '../json/equal.ts';
import { isObject } from '../json/own.ts';
import type { Json, JsonObject, Script } from '../model.ts';
import { encodeScript, scriptBody, scriptEncoding } from '../script/body.ts';

type Value = Json | undefined;
type Entries = Map<string, JsonObject>;

function entriesOf(list: Value): Entries | undefined {
  if (!Array.isArray(list)) return list === undefined ? new Map() : undefined;
  const entries = list.flatMap((entry): [string, JsonObject][] => (isObject(entry) && typeof entry._id === 'string' ? [[entry._id, entry]] : []));
  return entries.length === list.length ? new Map(entries) : undefined;
}

/**
 * Merges the nodes inside a page: those that either side put in or took out, each by its id. The order is that of the side that changed it.
 *
 * @param mergeEntry merges what both sides say of one node
 * @returns undefined where both changed the order, or the lists are none of nodes
 */
export function mergeChildren(
  base: Value,
  mine: Value,
  theirs: Value,
  mergeEntry: (id: string, base: Value, mine: Value, theirs: Value) => Value,
): Json[] | undefined {
  const [was, left, right] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
  if (!was || !left || !right) return undefined;
  // One side took a node out that the other changed: a matter of taste.
  for (const [id, entry] of was) {
    const [a, b] = [left.get(id), right.get(id)];
    if ((!a && b && !deepEqual(b, entry)) || (!b && a && !deepEqual(a, entry))) return undefined;
  }
  const stays = (id: string): boolean => (was.has(id) ? left.has(id) && right.has(id) : true);
  const common = [...was.keys()].filter(stays);
  const orderIn = (side: Entries) => [...side.keys()].filter((id) => common.includes(id));
  const mineMoved = !deepEqual(orderIn(left), common);
  const theirsMoved = !deepEqual(orderIn(right), common);
  if (mineMoved && theirsMoved && !deepEqual(orderIn(left), orderIn(right))) return undefined;
  const [spine, other] = mineMoved ? [left, right] : [right, left];
  const order = [...spine.keys()].filter(stays);
  const others = [...other.keys()];
  for (const [index, id] of others.entries()) {
    if (order.includes(id) || !stays(id)) continue;
    // Behind the node that it stands behind on its own side.
    const before = others.slice(0, index).findLast((candidate) => order.includes(candidate));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order.flatMap(
    (id) => mergeEntry(id, was.get(id), left.get(id) ?? was.get(id) ?? right.get(id), right.get(id) ?? was.get(id) ?? left.get(id)) ?? [],
  );
}

const isSource = (value: Value): value is Script['script'] & Json =>
  typeof value === 'string' || (Array.isArray(value) && value.every((line) => typeof line === 'string'));

/** Merges two edits of a script line by line; undefined where both changed the same lines, or lines side by side. */
export function mergeSource(base: Value, mine: Value, theirs: Value): Json | undefined {
  if (!isSource(base) || !isSource(mine) || !isSource(theirs)) return undefined;
  const [was, left, right] = [base, mine, theirs].map((script) => scriptBody({ script }).split('\n'));
  const merged = mergeLines(was ?? [], left ?? [], right ?? []);
  if (merged === undefined) return undefined;
  const encoding = scriptEncoding({ script: theirs });
  return encodeScript(merged.join('\n'), encoding === 'plain' ? 'json' : encoding);
}

/** A stretch of the base that one side replaced. */
interface Edit {
  from: number;
  to: number;
  lines: string[];
}

function editsOf(base: readonly string[], side: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [a, b] = [0, 0];
  for (const [left, right] of [...commonLines(base, side), [base.length, side.length] as const]) {
    if (left > a || right > b) edits.push({ from: a, to: left, lines: side.slice(b, right) });
    [a, b] = [left + 1, right + 1];
  }
  return edits;
}

function mergeLines(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] | undefined {
  const [left, right] = [editsOf(base, mine), editsOf(base, theirs)];
  const same = (a: Edit) => (b: Edit) => deepEqual(a, b);
  const all = [...left, ...right.filter((edit) => !left.some(same(edit)))].sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: string[] = [];
  let at = 0;
  for (const [index, edit] of all.entries()) {
    const before = all[index - 1];
    if (before && edit.from <= before.to) return undefined;
    merged.push(...base.slice(at, edit.from), ...edit.lines);
    at = edit.to;
  }
  return [...merged, ...base.slice(at)];
}
