import { type CustomNodeType, commentsOf, type JsonObject, type NodeResource, nodeKey, pageChildren, type TreeNode } from '@tandem/journey';
import { configOf, definitionOf, isExecuted, outcomesOf, type RealmLookup, withDefaults } from '@tandem/nodes';
import type { JourneyDocument } from './document.ts';

export type CardTone = 'main' | 'backchannel' | 'custom' | 'neutral';
export interface PortData {
  id: string;
  label: string;
  connected: boolean;
  /** Connected, but the node no longer has this outcome. */
  gone: boolean;
}
export interface ChildData {
  id: string;
  name: string;
  typeName: string;
  icon: string;
}
/** Everything a card shows. One object per node, the same one until something it shows changes. */
export interface CardData extends Record<string, unknown> {
  name: string;
  type: string;
  typeName: string;
  icon: string;
  tone: CardTone;
  summary: string;
  /** Journey that a run starts or enters here. */
  opens: string | null;
  /** What somebody wrote at the node. */
  comment: string;
  isPage: boolean;
  executed: boolean;
  children: readonly ChildData[];
  ports: readonly PortData[];
}

/** Made once for each state of a document: problems and forms ask for every node, and documents are never changed in place. */
const keyed = new WeakMap<JourneyDocument['nodes'], Record<string, NodeResource>>();

/** The part of the realm that definitions look into, made of what the document brings. */
export function lookupOf(document: JourneyDocument, customTypes: readonly CustomNodeType[]): RealmLookup {
  let nodes = keyed.get(document.nodes);
  if (!nodes) {
    nodes = Object.fromEntries(Object.entries(document.nodes).map(([id, resource]) => [nodeKey(resource._type._id, id), resource]));
    keyed.set(document.nodes, nodes);
  }
  return { nodes, nodeTypes: Object.fromEntries(customTypes.map((type) => [type._id, type])) };
}

/** The nodes of a page as the document has them. */
export function childrenOf(
  resource: NodeResource | undefined,
): { id: string; nodeType: string; displayName: string | undefined; version: string | undefined }[] {
  if (resource === undefined) return [];
  return pageChildren(resource).map(({ _id, nodeType, displayName, nodeVersion }) => ({ id: _id, nodeType, displayName, version: nodeVersion }));
}

function toneOf(type: string): CardTone {
  if (type === 'BackChannelInitNode' || type === 'BackChannelStatusNode') return 'main';
  if (type === 'BackchannelNotificationNode') return 'backchannel';
  return type.startsWith('designer-') ? 'custom' : 'neutral';
}

function portsOf(node: TreeNode, resource: NodeResource | undefined, lookup: RealmLookup): PortData[] {
  const connections = node.connections ?? {};
  const ports = outcomesOf(lookup, node, resource).map(({ id, displayName }) => ({
    id,
    label: displayName,
    connected: connections[id] !== undefined,
    gone: false,
  }));
  const known = new Set(ports.map((port) => port.id));
  const gone = Object.keys(connections).filter((id) => !known.has(id));
  return [...ports, ...gone.map((id) => ({ id, label: id, connected: true, gone: true }))];
}

/** Describes one node of a journey for its card. */
export function describeNode(id: string, node: TreeNode, document: JourneyDocument, lookup: RealmLookup): CardData {
  const resource = document.nodes[id];
  const customTypes = lookup.nodeTypes;
  const definition = definitionOf(node.nodeType, { customTypes, resource });
  const config: JsonObject = withDefaults(definition.fields, configOf(resource));
  const isPage = node.nodeType === 'PageNode';
  const children = isPage ? childrenOf(resource) : [];
  const opens = definition.journeys?.(config)[0] ?? null;
  const summary = isPage ? '' : definition.summary(config);
  const ports = portsOf(node, resource, lookup);
  return {
    name: node.displayName || definition.name,
    type: node.nodeType,
    typeName: node.nodeType.startsWith('designer-') ? `${definition.name} · custom` : definition.name,
    icon: definition.icon,
    tone: toneOf(node.nodeType),
    // The journey has a line of its own, and so has each outcome.
    summary: summary === opens || summary === ports.map(({ label }) => label).join(', ') ? '' : summary,
    opens,
    comment: commentsOf(document.tree, id)
      .map(({ text }) => text)
      .join('\n'),
    isPage,
    executed: isExecuted(node.nodeType, customTypes),
    children: children.map((child) => {
      const childDefinition = definitionOf(child.nodeType, { customTypes, resource: document.nodes[child.id] });
      return { id: child.id, name: child.displayName || childDefinition.name, typeName: childDefinition.name, icon: childDefinition.icon };
    }),
    ports,
  };
}
