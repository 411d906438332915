import {
  type CustomNodeType,
  FAILURE_NODE_ID,
  findCustomType,
  type JourneyDocument,
  type JsonObject,
  type NewNode,
  type NodeResource,
  type Outcome,
  START_NODE_ID,
  SUCCESS_NODE_ID,
} from '@tandem/journey';
import { configOf, defaultConfig, definitionOf, type NodeDefinition, outcomesOf } from '@tandem/nodes';
import { childrenOf, lookupOf, noteIdOf } from '../../canvas/index.ts';

/** The realm's custom node types. */
export type Kinds = readonly CustomNodeType[];

/** Page that holds this node, or null when it stands on the canvas. */
export function pageOf(document: JourneyDocument, id: string): string | null {
  if (document.tree.nodes?.[id] !== undefined) return null;
  return pagesByChild(document.nodes).get(id) ?? null;
}

/** Made once for each state of a document, which is never changed in place. */
const pages = new WeakMap<JourneyDocument['nodes'], ReadonlyMap<string, string>>();

function pagesByChild(nodes: JourneyDocument['nodes']): ReadonlyMap<string, string> {
  const known = pages.get(nodes);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [page, resource] of Object.entries(nodes)) {
    if (resource._type._id !== 'PageNode') continue;
    for (const child of childrenOf(resource)) if (!found.has(child.id)) found.set(child.id, page);
  }
  pages.set(nodes, found);
  return found;
}

/** How a node of the journey is placed: on the canvas or inside a page. */
export function placement(document: JourneyDocument, id: string) {
  const node = document.tree.nodes?.[id];
  if (node) return { nodeType: node.nodeType, displayName: node.displayName, version: node.version, connections: node.connections };
  const page = pageOf(document, id);
  const child = page === null ? undefined : childrenOf(document.nodes[page]).find((entry) => entry.id === id);
  return child ? { nodeType: child.nodeType, displayName: child.displayName, version: child.version, connections: undefined } : null;
}

export function definitionFor(kinds: Kinds, document: JourneyDocument, id: string): NodeDefinition | null {
  const place = placement(document, id);
  return place ? definitionOf(place.nodeType, { customTypes: kinds, resource: document.nodes[id] }) : null;
}

/** The custom node type of a node, if it is of one. */
export function customTypeOf(kinds: Kinds, document: JourneyDocument, id: string): CustomNodeType | undefined {
  const type = placement(document, id)?.nodeType;
  return type?.startsWith('designer-') ? findCustomType({ nodeTypes: Object.fromEntries(kinds.map((kind) => [kind._id, kind])) }, type) : undefined;
}

const ENDS: Record<string, string> = { [START_NODE_ID]: 'Start', [SUCCESS_NODE_ID]: 'Success', [FAILURE_NODE_ID]: 'Failure' };

export function nameOf(kinds: Kinds, document: JourneyDocument, id: string): string {
  if (noteIdOf(id) !== null) return 'a note';
  return ENDS[id] ?? (placement(document, id)?.displayName || definitionFor(kinds, document, id)?.name || id);
}

function outcomesFor(kinds: Kinds, document: JourneyDocument, id: string, resource: NodeResource | undefined): Outcome[] {
  const place = placement(document, id);
  if (!place) return [];
  const { nodeType, version, connections } = place;
  return outcomesOf(lookupOf(document, kinds), { nodeType, ...(version ? { version } : {}), ...(connections ? { connections } : {}) }, resource);
}

/** Outcomes of a node as it stands. */
export function outcomesIn(kinds: Kinds, document: JourneyDocument, id: string): Outcome[] {
  return outcomesFor(kinds, document, id, document.nodes[id]);
}

/** Outcomes that a node would have with this configuration. */
export function outcomesWith(kinds: Kinds, document: JourneyDocument, id: string, config: JsonObject): Outcome[] {
  const resource = document.nodes[id];
  if (!resource) return [];
  const { _id, _type, _outcomes } = resource;
  return outcomesFor(kinds, document, id, { ...config, _id, _type, ...(_outcomes ? { _outcomes } : {}) });
}

/** Outcomes that follow from a page's children; none when it is empty, whatever was stored. */
export function pageOutcomes(kinds: Kinds, document: JourneyDocument, page: string): Outcome[] {
  return childrenOf(document.nodes[page]).length === 0 ? [] : outcomesIn(kinds, document, page);
}

export function outcomeName(kinds: Kinds, document: JourneyDocument, id: string, outcome: string): string {
  return outcomesIn(kinds, document, id).find((candidate) => candidate.id === outcome)?.displayName ?? outcome;
}

/** A new node of a type: defaults, a fresh id, and the version that new nodes get, which is not always the newest (`NodeDefinition.versions`). */
export function freshNode(kinds: Kinds, type: string): Omit<NewNode, 'x' | 'y'> {
  const definition = definitionOf(type, { customTypes: kinds });
  const id = crypto.randomUUID();
  const config = defaultConfig(definition.fields);
  const version = definition.versions.at(-1) ?? '1.0';
  const resource: NodeResource = { ...config, _id: id, _type: { _id: type } };
  const lookup = { nodes: {}, nodeTypes: Object.fromEntries(kinds.map((kind) => [kind._id, kind])) };
  const outcomes = outcomesOf(lookup, { nodeType: type, version }, resource);
  return { type, id, displayName: definition.name, typeName: definition.name, version, config, outcomes };
}

/** The stored configuration. */
export function configIn(document: JourneyDocument, id: string): JsonObject {
  return configOf(document.nodes[id]);
}
