import type { JourneyDocument } from '../edit/document.ts';
import { deepEqual } from '../json/equal.ts';
import { isObject, own } from '../json/own.ts';
import { type Json, type JsonObject, type NodeResource, type Script, START_NODE_ID, type Tree, type TreeNode } from '../model.ts';
import { mergeChildren, mergeSource } from './lists.ts';
import { mergeNotes } from './notes.ts';

export type MergeSide = 'mine' | 'theirs';

/** What a clash is about. */
export type ClashPlace =
  /** One side deleted the node, the other changed it or connected to it. */
  | { kind: 'node'; node: string }
  | { kind: 'field'; node: string; path: string[] }
  | { kind: 'connection'; node: string; outcome: string }
  | { kind: 'setting'; path: string[] }
  | { kind: 'script'; script: string; path: string[] };

/** One thing that both sides changed, to different ends; a side without a value deleted it. */
export interface Clash {
  id: string;
  place: ClashPlace;
  mine?: Json;
  theirs?: Json;
}

export interface Merged {
  document: JourneyDocument;
  /** What had to be decided; empty when nothing clashed. */
  clashes: Clash[];
}

type Value = Json | undefined;
type At = (path: readonly string[]) => ClashPlace;

/**
 * Merges two states of a journey that come from the same one: what only one side changed is taken, node by node, field by field, connection by
 * connection, scripts line by line. Where both moved a node on the canvas, mine stays.
 *
 * @param choose whose part of a clash is taken, by the clash's id; default mine
 */
export function mergeDocuments(
  base: JourneyDocument,
  mine: JourneyDocument,
  theirs: JourneyDocument,
  choose: (clash: string) => MergeSide = () => 'mine',
): Merged {
  return new Merge(base, mine, theirs, choose).run();
}

class Merge {
  private readonly clashes: Clash[] = [];

  constructor(
    private readonly base: JourneyDocument,
    private readonly mine: JourneyDocument,
    private readonly theirs: JourneyDocument,
    private readonly choose: (clash: string) => MergeSide,
  ) {}

  run(): Merged {
    const { base, mine, theirs } = this;
    const placed: Record<string, TreeNode> = {};
    const nodes: Record<string, NodeResource> = {};
    const gone = new Set<string>();
    const kept: { node: string; side: JourneyDocument }[] = [];
    for (const id of idsOf(theirs.tree.nodes, mine.tree.nodes, base.tree.nodes, theirs.nodes, mine.nodes)) {
      const whole = this.wholeNode(id);
      if (whole === 'gone') {
        gone.add(id);
        continue;
      }
      if (whole !== undefined) kept.push({ node: id, side: whole });
      const [left, right] = whole === undefined ? [mine, theirs] : [whole, whole];
      const at: At = (path) =>
        path[0] === 'connections' ? { kind: 'connection', node: id, outcome: path[1] ?? '' } : { kind: 'field', node: id, path: [...path] };
      const place = this.value(
        ['tree', id],
        own(base.tree.nodes, id) as Value,
        own(left.tree.nodes, id) as Value,
        own(right.tree.nodes, id) as Value,
        at,
      );
      const resource = this.value(['nodes', id], own(base.nodes, id) as Value, own(left.nodes, id) as Value, own(right.nodes, id) as Value, at);
      if (place !== undefined) placed[id] = place as TreeNode;
      if (resource !== undefined) nodes[id] = resource as NodeResource;
    }
    const tree = this.tree(placed);
    for (const { node, side } of kept) reconnect(tree, node, side.tree);
    cut(tree, gone);
    return { document: { tree, nodes, scripts: this.scripts() }, clashes: this.clashes };
  }

  /** @returns the side that is taken as a whole, or `gone`; undefined where the node is merged in its parts */
  private wholeNode(id: string): JourneyDocument | 'gone' | undefined {
    const { base, mine, theirs } = this;
    if (!has(base, id)) return undefined;
    const [isMine, isTheirs] = [has(mine, id), has(theirs, id)];
    if (isMine && isTheirs) return undefined;
    if (!isMine && !isTheirs) return 'gone';
    const keeper = isMine ? mine : theirs;
    if (!changed(base, keeper, id) && !newlyConnected(base, keeper, id)) return 'gone';
    const clash: Clash = { id: `node ${id}`, place: { kind: 'node', node: id }, [isMine ? 'mine' : 'theirs']: unitOf(keeper, id) };
    const side = this.decide(clash);
    return (side === 'mine') === isMine ? keeper : 'gone';
  }

  private decide(clash: Clash): MergeSide {
    this.clashes.push(clash);
    return this.choose(clash.id);
  }

  private tree(nodes: Record<string, TreeNode>): Tree {
    const rest = ({ nodes: _n, _rev: _r, ...settings }: Tree): Value => settings as JsonObject;
    const at: At = (path) =>
      path[0] === 'entryNodeId' ? { kind: 'connection', node: START_NODE_ID, outcome: 'start' } : { kind: 'setting', path: [...path] };
    const settings = this.value(['settings'], rest(this.base.tree), rest(this.mine.tree), rest(this.theirs.tree), at) as Tree;
    const { _rev } = this.theirs.tree;
    return { ...settings, ...(_rev === undefined ? {} : { _rev }), nodes };
  }

  /** A script leaves a document when no node names it any more; it is not deleted by that, so a change of it stays. */
  private scripts(): Record<string, Script> {
    const { base, mine, theirs } = this;
    const scripts: Record<string, Script> = {};
    for (const id of idsOf(theirs.scripts, mine.scripts)) {
      const [was, left, right] = [own(base.scripts, id), own(mine.scripts, id), own(theirs.scripts, id)];
      const at: At = (path) => ({ kind: 'script', script: id, path: [...path] });
      const merged = left && right ? this.value(['scripts', id], was as Value, left as Value, right as Value, at) : (left ?? right);
      if (merged !== undefined) scripts[id] = merged as Script;
    }
    return scripts;
  }

  private value(path: readonly string[], base: Value, mine: Value, theirs: Value, at: At): Value {
    if (deepEqual(mine, theirs) || deepEqual(base, theirs)) return mine;
    if (deepEqual(base, mine)) return theirs;
    const inner = path.slice(2 - Number(path[0] === 'settings'));
    if (isObject(mine) && isObject(theirs)) return this.fields(path, isObject(base) ? base : {}, mine, theirs, at);
    const special = this.special(path, base, mine, theirs, at);
    if (special !== undefined) return special;
    if (isLayout(path)) return mine;
    const clash: Clash = { id: path.join(' '), place: at(inner) };
    if (mine !== undefined) clash.mine = mine;
    if (theirs !== undefined) clash.theirs = theirs;
    return this.decide(clash) === 'mine' ? mine : theirs;
  }

  private fields(path: readonly string[], base: JsonObject, mine: JsonObject, theirs: JsonObject, at: At): JsonObject {
    const merged: [string, Json][] = [];
    for (const key of idsOf(theirs, mine)) {
      const value = this.value([...path, key], own(base, key), own(mine, key), own(theirs, key), at);
      if (value !== undefined) merged.push([key, value]);
    }
    return Object.fromEntries(merged);
  }

  /** Lists and texts that are merged within: a page's nodes, a script's lines, sticky notes. */
  private special(path: readonly string[], base: Value, mine: Value, theirs: Value, at: At): Value {
    if (path[0] === 'scripts' && path[2] === 'script' && path.length === 3) return mergeSource(base, mine, theirs);
    if (path.join(' ') === ANNOTATIONS) return mergeNotes(base, mine, theirs, (was, left, right) => this.fields(path, was, left, right, at));
    // What AM works out of the settings goes with the answers about these.
    if (path[0] === 'nodes' && path[2] === '_outcomes') {
      const asked = this.clashes.filter(({ id }) => id.startsWith(`nodes ${path[1]} `));
      return asked.some(({ id }) => this.choose(id) === 'theirs') ? theirs : mine;
    }
    if (path[0] !== 'nodes' || path[2] !== 'nodes' || path.length !== 3) return undefined;
    return mergeChildren(base, mine, theirs, (id, was, left, right) => this.value([...path, id], was, left, right, at));
  }
}

function idsOf(...records: (Readonly<Record<string, unknown>> | undefined)[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record ?? {})))];
}

const has = ({ tree, nodes }: JourneyDocument, id: string): boolean => own(tree.nodes, id) !== undefined || own(nodes, id) !== undefined;

/** A node without its place on the canvas. */
function unitOf({ tree, nodes }: JourneyDocument, id: string): JsonObject {
  const { x: _x, y: _y, ...place } = own(tree.nodes, id) ?? ({} as Partial<TreeNode>);
  return { place: place as JsonObject, ...(own(nodes, id) === undefined ? {} : { resource: own(nodes, id) as Json }) };
}

function changed(base: JourneyDocument, side: JourneyDocument, id: string): boolean {
  return !deepEqual(unitOf(base, id), unitOf(side, id));
}

function newlyConnected(base: JourneyDocument, side: JourneyDocument, id: string): boolean {
  if (side.tree.entryNodeId === id && base.tree.entryNodeId !== id) return true;
  return Object.entries(side.tree.nodes ?? {}).some(([from, { connections = {} }]) =>
    Object.entries(connections).some(([outcome, to]) => to === id && own(own(base.tree.nodes, from)?.connections, outcome) !== id),
  );
}

const ANNOTATIONS = 'settings uiConfig annotations';

/** Places on the canvas are nothing to ask about. */
function isLayout(path: readonly string[]): boolean {
  const last = path.at(-1);
  if (path.length === 6 && path.slice(0, 3).join(' ') === ANNOTATIONS) return path[3] === 'structural' && /^[xywh]$/.test(last ?? '');
  return (last === 'x' || last === 'y') && (path[0] === 'tree' || path[1] === 'staticNodes');
}

/** Connections to a node that was nearly deleted come back where nothing took their place. */
function reconnect(tree: Tree, id: string, side: Tree): void {
  if (side.entryNodeId === id) tree.entryNodeId ??= id;
  for (const [from, { connections = {} }] of Object.entries(side.nodes ?? {}))
    for (const [outcome, to] of Object.entries(connections)) {
      const node = own(tree.nodes, from);
      if (to === id && tree.nodes && node && own(node.connections, outcome) === undefined)
        tree.nodes[from] = { ...node, connections: { ...node.connections, [outcome]: id } };
    }
}

/** Connections to deleted nodes go with them. */
function cut(tree: Tree, gone: ReadonlySet<string>): void {
  if (tree.entryNodeId !== undefined && gone.has(tree.entryNodeId)) delete tree.entryNodeId;
  for (const [id, node] of Object.entries(tree.nodes ?? {})) {
    const left = Object.entries(node.connections ?? {}).filter(([, to]) => !gone.has(to));
    if (tree.nodes && left.length !== Object.keys(node.connections ?? {}).length) tree.nodes[id] = { ...node, connections: Object.fromEntries(left) };
  }
}
