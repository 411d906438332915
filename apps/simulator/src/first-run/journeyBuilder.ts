import {
  FAILURE_NODE_ID,
  type JsonObject,
  type NodeResource,
  nodeKey,
  type PageChild,
  type Realm,
  START_NODE_ID,
  SUCCESS_NODE_ID,
  type Tree,
} from '@tandem/journey';
import { defaultConfig, definitionOf, outcomesOf } from '@tandem/nodes';

type Point = readonly [x: number, y: number];

export interface ChildNode {
  id: string;
  type: string;
  name: string;
  config?: JsonObject;
}

export interface PlacedNode extends ChildNode {
  at: Point;
  /** Outcome id -> node id. Outcomes left out go to Failure. */
  to?: Record<string, string>;
  /** Of a page, in order. */
  children?: readonly ChildNode[];
}

/** A sticky note on the canvas. */
export interface Note {
  id: string;
  text: string;
  at: Point;
  size: readonly [width: number, height: number];
}

export interface JourneySpec {
  name: string;
  description: string;
  mustRun: boolean;
  start: Point;
  success: Point;
  failure: Point;
  /** The first one is where the journey begins. */
  nodes: readonly PlacedNode[];
  notes?: readonly Note[];
  /** Default: Backchannel. */
  tags?: readonly string[];
  transactionalOnly?: boolean;
}

const VERSION = '1.0';

/** Adds a journey and its nodes, complete as AM exports them (without `_rev`). The realm must have the custom node types already. */
export function addJourney(realm: Realm, spec: JourneySpec): void {
  const tree: Tree = {
    _id: spec.name,
    description: spec.description,
    identityResource: `managed/${realm.name}_user`,
    entryNodeId: spec.nodes[0]!.id,
    innerTreeOnly: false,
    noSession: false,
    mustRun: spec.mustRun,
    enabled: true,
    transactionalOnly: spec.transactionalOnly ?? false,
    uiConfig: { categories: JSON.stringify(spec.tags ?? ['Backchannel']), annotations: annotations(spec.notes ?? []) },
    nodes: Object.fromEntries(spec.nodes.map((node) => [node.id, place(realm, node)])),
    staticNodes: { [START_NODE_ID]: point(spec.start), [SUCCESS_NODE_ID]: point(spec.success), [FAILURE_NODE_ID]: point(spec.failure) },
  };
  realm.journeys[spec.name] = { tree };
}

function place(realm: Realm, node: PlacedNode): NonNullable<Tree['nodes']>[string] {
  const children = (node.children ?? []).map((child): PageChild => {
    addNode(realm, child, {});
    return { _id: child.id, nodeType: child.type, nodeVersion: VERSION, displayName: child.name };
  });
  const { _outcomes = [] } = addNode(realm, node, node.children ? { nodes: children as JsonObject[] } : {});
  const failures = Object.fromEntries(_outcomes.map(({ id }) => [id, FAILURE_NODE_ID]));
  return { ...point(node.at), connections: { ...failures, ...node.to }, nodeType: node.type, displayName: node.name, version: VERSION };
}

function addNode(realm: Realm, node: ChildNode, extra: JsonObject): NodeResource {
  const definition = definitionOf(node.type, { customTypes: realm.nodeTypes });
  const resource: NodeResource = {
    _id: node.id,
    ...defaultConfig(definition.fields),
    ...node.config,
    ...extra,
    _type: { _id: node.type, name: definition.name, collection: true, version: VERSION },
  };
  resource._outcomes = outcomesOf(realm, { nodeType: node.type, version: VERSION }, resource);
  realm.nodes[nodeKey(node.type, node.id)] = resource;
  return resource;
}

function annotations(notes: readonly Note[]): string {
  const structural = notes.map(({ id, text, at: [x, y], size: [w, h] }) => ({ id, text, color: 'yellow', createdBy: 'Tandem', x, y, w, h }));
  return JSON.stringify({ forNodes: {}, structural });
}

function point([x, y]: Point): { x: number; y: number } {
  return { x, y };
}
