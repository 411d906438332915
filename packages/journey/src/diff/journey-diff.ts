import type { JourneyDocument } from '../edit/document.ts';
import { configOf } from '../graph/config.ts';
import { pageChildren, treeNodes } from '../graph/tree.ts';
import { changesBetween } from '../json/changes.ts';
import { deepEqual } from '../json/equal.ts';
import { isObject, own } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import { type Json, type JsonObject, type NodeResource, type Script, START_NODE_ID, type Tree } from '../model.ts';
import { scriptBody } from '../script/body.ts';

export type DiffState = 'added' | 'removed' | 'changed';

/** One value that differs; a side that lacks it has no value. Lists are one value, objects are looked into. */
export interface FieldDiff {
  path: string[];
  before?: Json;
  after?: Json;
}

/** How a journey places a node: on the canvas or inside a page. */
export interface NodePlace {
  type: string;
  name: string;
  version?: string;
  /** Id of the page it stands in. */
  page?: string;
}

export interface NodeDiff {
  id: string;
  state: DiffState;
  before?: NodePlace;
  after?: NodePlace;
  /** Configuration that differs; empty for nodes that came or left as a whole. */
  fields: FieldDiff[];
  /** Ids of a page's nodes, where which they are or their order differs. */
  children?: { before: string[]; after: string[] };
}

/** An outcome that leads elsewhere; the journey's start is the outcome `start` of `startNode`. */
export interface ConnectionDiff {
  from: string;
  outcome: string;
  before?: string;
  after?: string;
}

export interface ScriptDiff {
  id: string;
  state: DiffState;
  before?: Script;
  after?: Script;
  /** What differs beside the source. */
  fields: FieldDiff[];
  /** Whether the source differs, however it is written (lines, JSON, base64). */
  source: boolean;
}

/** What two states of a journey do differently, and apart from it what only looks different. */
export interface JourneyDiff {
  nodes: NodeDiff[];
  connections: ConnectionDiff[];
  settings: FieldDiff[];
  scripts: ScriptDiff[];
  /** Nodes (Start, Success and Failure too) that stand elsewhere on the canvas. */
  moved: string[];
}

/** Compares two states of a journey. Revisions, outcomes that AM works out itself and the way a source is encoded do not count. */
export function diffJourneys(before: JourneyDocument, after: JourneyDocument): JourneyDiff {
  return {
    nodes: nodesBetween(before, after),
    connections: connectionsBetween(before.tree, after.tree),
    settings: fieldsBetween(settingsOf(before.tree), settingsOf(after.tree)),
    scripts: scriptsBetween(before.scripts, after.scripts),
    moved: movedBetween(before.tree, after.tree),
  };
}

/** Whether nothing differs but places on the canvas. */
export function isSameJourney({ nodes, connections, settings, scripts }: JourneyDiff): boolean {
  return nodes.length + connections.length + settings.length + scripts.length === 0;
}

/** Each value that differs, with both sides. */
export function fieldsBetween(before: JsonObject, after: JsonObject): FieldDiff[] {
  return changesBetween(before, after).map(({ path, value }) => {
    const old = valueAt(before, path);
    return { path, ...(old === undefined ? {} : { before: old }), ...(value === undefined ? {} : { after: value }) };
  });
}

function valueAt(object: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => (isObject(value) ? own(value, key) : undefined), object);
}

/** Every id of either side, those of the first side first. */
function idsOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

interface Placed extends NodePlace {
  /** What a tree says of a node beside what is compared on its own. */
  more: JsonObject;
}

/** The nodes of a journey, each page's behind it. A node that is on the canvas and in a page counts as on the canvas. */
function placesOf({ tree, nodes }: JourneyDocument): Record<string, Placed> {
  const places: Record<string, Placed> = Object.create(null) as Record<string, Placed>;
  const placed = treeNodes(tree);
  for (const { id, node } of placed) {
    const { nodeType, displayName, version, connections: _c, x: _x, y: _y, ...more } = node;
    places[id] = { type: nodeType, name: displayName ?? '', ...(version === undefined ? {} : { version }), more: more as JsonObject };
  }
  for (const { id, node } of placed) {
    const page = own(nodes, id);
    if (node.nodeType !== PAGE_TYPE || page === undefined) continue;
    for (const { _id, nodeType, displayName, nodeVersion, ...more } of pageChildren(page))
      places[_id] ??= {
        type: nodeType,
        name: displayName ?? '',
        ...(nodeVersion === undefined ? {} : { version: nodeVersion }),
        page: id,
        more: more as JsonObject,
      };
  }
  return places;
}

const shown = ({ more: _, ...place }: Placed): NodePlace => place;
const childIds = (place: Placed | undefined, resource: NodeResource | undefined): string[] =>
  place?.type === PAGE_TYPE && resource !== undefined ? pageChildren(resource).map(({ _id }) => _id) : [];

function nodesBetween(before: JourneyDocument, after: JourneyDocument): NodeDiff[] {
  const [old, fresh] = [placesOf(before), placesOf(after)];
  return idsOf(old, fresh).flatMap((id): NodeDiff[] => {
    const [was, is] = [old[id], fresh[id]];
    if (was === undefined || is === undefined) {
      if (is !== undefined) return [{ id, state: 'added', after: shown(is), fields: [] }];
      return was === undefined ? [] : [{ id, state: 'removed', before: shown(was), fields: [] }];
    }
    const [left, right] = [own(before.nodes, id), own(after.nodes, id)];
    const fields = fieldsBetween({ ...was.more, ...settingsIn(was, left) }, { ...is.more, ...settingsIn(is, right) });
    const children = { before: childIds(was, left), after: childIds(is, right) };
    const sameChildren = deepEqual(children.before, children.after);
    if (fields.length === 0 && sameChildren && deepEqual(shown(was), shown(is))) return [];
    return [{ id, state: 'changed', before: shown(was), after: shown(is), fields, ...(sameChildren ? {} : { children }) }];
  });
}

/** A node's configuration; what a page holds is compared node by node. */
function settingsIn(place: Placed, resource: NodeResource | undefined): JsonObject {
  if (resource === undefined) return {};
  const config = configOf(resource);
  if (place.type !== PAGE_TYPE) return config;
  const { nodes: _, ...rest } = config;
  return rest;
}

function connectionsBetween(before: Tree, after: Tree): ConnectionDiff[] {
  const between = (from: string, old: Readonly<Record<string, string>>, fresh: Readonly<Record<string, string>>): ConnectionDiff[] =>
    idsOf(old, fresh)
      .map((outcome) => ({ outcome, was: own(old, outcome), is: own(fresh, outcome) }))
      .filter(({ was, is }) => was !== is)
      .map(({ outcome, was, is }) => ({ from, outcome, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }));
  const start = ({ entryNodeId }: Tree): Record<string, string> => (entryNodeId === undefined ? {} : { start: entryNodeId });
  return [
    ...between(START_NODE_ID, start(before), start(after)),
    ...idsOf(before.nodes ?? {}, after.nodes ?? {}).flatMap((id) =>
      between(id, own(before.nodes, id)?.connections ?? {}, own(after.nodes, id)?.connections ?? {}),
    ),
  ];
}

function settingsOf({ _id, _rev, nodes, staticNodes, entryNodeId, ...settings }: Tree): JsonObject {
  return settings as JsonObject;
}

function scriptsBetween(before: JourneyDocument['scripts'], after: JourneyDocument['scripts']): ScriptDiff[] {
  return idsOf(before, after).flatMap((id): ScriptDiff[] => {
    const [was, is] = [own(before, id), own(after, id)];
    if (was === undefined) return is === undefined ? [] : [{ id, state: 'added', after: is, fields: [], source: true }];
    if (is === undefined) return [{ id, state: 'removed', before: was, fields: [], source: true }];
    const diff = diffScripts(was, is);
    return diff.fields.length === 0 && !diff.source ? [] : [{ id, state: 'changed', before: was, after: is, ...diff }];
  });
}

/** What two states of a script do differently. */
export function diffScripts(
  { script, _rev: _a, ...before }: Script,
  { script: other, _rev: _b, ...after }: Script,
): Pick<ScriptDiff, 'fields' | 'source'> {
  return {
    fields: fieldsBetween(before as JsonObject, after as JsonObject),
    source: scriptBody({ script }) !== scriptBody({ script: other }),
  };
}

function movedBetween(before: Tree, after: Tree): string[] {
  const moved = (old: Tree['nodes'] | Tree['staticNodes'], fresh: Tree['nodes'] | Tree['staticNodes']): string[] =>
    Object.keys(old ?? {}).filter((id) => {
      const [was, is] = [own(old as Record<string, { x?: number; y?: number }>, id), own(fresh as Record<string, { x?: number; y?: number }>, id)];
      return was !== undefined && is !== undefined && (was.x !== is.x || was.y !== is.y);
    });
  return [...moved(before.nodes, after.nodes), ...moved(before.staticNodes, after.staticNodes)];
}
