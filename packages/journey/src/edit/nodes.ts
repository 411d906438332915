import { configOf } from '../graph/config.ts';
import { type Connection, connectionsOf, pageChildren } from '../graph/tree.ts';
import { deepEqual } from '../json/equal.ts';
import { own } from '../json/own.ts';
import type { JsonObject, NodeResource, Outcome, Tree } from '../model.ts';
import { EditError, type JourneyDocument } from './document.ts';
import { disconnect, withNode } from './tree.ts';

export interface NewNode {
  type: string;
  /** AM wants a UUID. */
  id: string;
  displayName: string;
  /** Name of the type, AM's `_type.name`; default the display name. */
  typeName?: string;
  /** Node version such as "1.0". */
  version: string;
  x: number;
  y: number;
  config: JsonObject;
  outcomes: readonly Outcome[];
}

/** What an edit did: the new document and the connections that it had to cut. */
export interface Edited {
  document: JourneyDocument;
  dropped: Connection[];
}

/** A node resource as AM would return it. */
export function newResource({ type, id, displayName, typeName, version, config, outcomes }: Omit<NewNode, 'x' | 'y'>): NodeResource {
  return {
    _id: id,
    ...config,
    _type: { _id: type, name: typeName ?? displayName, collection: true, version },
    _outcomes: outcomes.map((outcome) => ({ ...outcome })),
  };
}

/**
 * Places a new node, unconnected. The first node of a journey becomes its entry.
 * @throws EditError when the journey has a node of this id
 */
export function addNode(document: JourneyDocument, node: NewNode): JourneyDocument {
  const { tree, nodes } = document;
  if (own(tree.nodes, node.id) !== undefined || own(nodes, node.id) !== undefined)
    throw new EditError(`The journey "${tree._id}" has a node "${node.id}" already.`);
  const { id, x, y, displayName, type, version } = node;
  const withPlace = withNode(tree, id, { x, y, connections: {}, nodeType: type, displayName, version });
  return {
    ...document,
    tree: tree.entryNodeId === undefined || tree.entryNodeId === '' ? { ...withPlace, entryNodeId: id } : withPlace,
    nodes: { ...nodes, [id]: newResource(node) },
  };
}

/**
 * Takes nodes off the canvas, with everything inside of pages, and cuts the connections that led to them (reported). The entry goes when its
 * node goes. Ids that the journey does not place are ignored. Scripts stay: other nodes may use them.
 */
export function removeNodes(document: JourneyDocument, ids: readonly string[]): Edited {
  const gone = new Set(ids.filter((id) => own(document.tree.nodes, id) !== undefined));
  if (gone.size === 0) return { document, dropped: [] };
  const inside = [...gone].flatMap((id) => {
    const page = own(document.nodes, id);
    return page === undefined ? [] : pageChildren(page).map((child) => child._id);
  });
  const dropped = connectionsOf(document.tree).filter(({ from, to }) => gone.has(to) && !gone.has(from));
  const connected = dropped.reduce((tree, { from, outcome }) => disconnect(tree, from, outcome), document.tree);
  const tree: Tree = { ...connected, nodes: without(connected.nodes ?? {}, gone) };
  if (tree.entryNodeId !== undefined && gone.has(tree.entryNodeId)) delete tree.entryNodeId;
  return { document: { ...document, tree, nodes: without(document.nodes, new Set([...gone, ...inside])) }, dropped };
}

function without<T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
}

/**
 * Gives a node (on the canvas or in a page) another configuration. `_outcomes` is rewritten when the outcomes change; a file that had none gets
 * none for an edit that leaves the outcomes alone. Connections of outcomes that are gone are cut and reported, as AM's editor does.
 *
 * @param config everything beside `_id`, `_rev`, `_type`, `_outcomes`
 * @param outcomes the outcomes that the configuration yields now
 * @param before the outcomes it yielded before, where `_outcomes` may be absent; default the stored ones
 * @throws EditError when the document has no such node
 */
export function setConfig(
  document: JourneyDocument,
  id: string,
  config: JsonObject,
  outcomes: readonly Outcome[],
  before?: readonly Outcome[],
): Edited {
  const resource = own(document.nodes, id);
  if (resource === undefined) throw new EditError(`The journey "${document.tree._id}" has no node "${id}".`);
  const same = deepEqual(configOf(resource), config);
  const next = same ? resource : replaceConfig(resource, config);
  const edited = next === resource ? document : { ...document, nodes: { ...document.nodes, [id]: next } };
  const earlier = before ?? resource._outcomes;
  return earlier !== undefined && sameIds(earlier, outcomes) ? { document: edited, dropped: [] } : setOutcomes(edited, id, outcomes, before);
}

/**
 * Gives a node other outcomes without touching its configuration: a page's outcomes follow from its last child (version 1.0) or from all
 * children (2.0).
 * @throws EditError when the document has no such node
 */
export function setOutcomes(document: JourneyDocument, id: string, outcomes: readonly Outcome[], before?: readonly Outcome[]): Edited {
  const resource = own(document.nodes, id);
  if (resource === undefined) throw new EditError(`The journey "${document.tree._id}" has no node "${id}".`);
  const changed = resource._outcomes === undefined ? before !== undefined && !sameIds(before, outcomes) : !sameIds(resource._outcomes, outcomes);
  const nodes = changed ? { ...document.nodes, [id]: { ...resource, _outcomes: outcomes.map((outcome) => ({ ...outcome })) } } : document.nodes;
  const ids = new Set(outcomes.map((outcome) => outcome.id));
  const dropped = connectionsOf(document.tree).filter((connection) => connection.from === id && !ids.has(connection.outcome));
  const tree = dropped.reduce((rest, { from, outcome }) => disconnect(rest, from, outcome), document.tree);
  return nodes === document.nodes && tree === document.tree ? { document, dropped } : { document: { ...document, tree, nodes }, dropped };
}

function sameIds(a: readonly { id: string }[], b: readonly { id: string }[]): boolean {
  return a.length === b.length && a.every((outcome, index) => outcome.id === b[index]?.id);
}

/** Keeps the order of AM's own fields and of the properties that stay, so that a textual diff is small. */
function replaceConfig(resource: NodeResource, config: JsonObject): NodeResource {
  const earlier = configOf(resource);
  const stays = Object.entries(resource).filter(([key]) => !Object.hasOwn(earlier, key) || Object.hasOwn(config, key));
  const { _id, _rev, _type, _outcomes } = resource;
  return {
    ...Object.fromEntries(stays),
    ...config,
    _id,
    ...(_rev === undefined ? {} : { _rev }),
    _type,
    ...(_outcomes === undefined ? {} : { _outcomes }),
  };
}
