import {
  type JourneyDocument,
  type JsonObject,
  type NodeResource,
  nodeKey,
  type Outcome,
  own,
  PAGE_TYPE,
  type PageChild,
  pageChildren,
  type TreeNode,
} from '@tandem/journey';
import { configOf, definitionOf, type NodeDefinition, outcomesFor, withDefaults } from '@tandem/nodes';
import type { LintRealm } from './realm.ts';

/** A node of a journey as rules see it. The same object as long as nothing about it changed, so that answers can be kept by it. */
export interface LintNode {
  id: string;
  type: string;
  /** As the journey or the page names it, else as its type is called. */
  name: string;
  /** The page it stands in. */
  page: LintNode | null;
  children: readonly LintNode[];
  /** "1.0" when the file has none. */
  version: string;
  /** undefined when the file brought none. */
  resource: NodeResource | undefined;
  definition: NodeDefinition;
  /** Stored configuration with defaults filled in. */
  config: JsonObject;
  stored: JsonObject;
  outcomes: readonly Outcome[];
  /** Outcome id -> node id; empty inside a page. */
  connections: Readonly<Record<string, string>>;
}

interface Kept {
  resource: NodeResource | undefined;
  entries: readonly PageChild[];
  children: readonly (NodeResource | undefined)[];
  types: LintRealm['nodeTypes'];
  node: LintNode;
}
const kept = new WeakMap<TreeNode, Kept>();
const NONE = {};

/** A node on the canvas, with the children of a page. */
export function lintNode(document: JourneyDocument, id: string, placed: TreeNode, types: LintRealm['nodeTypes']): LintNode {
  const resource = own(document.nodes, id);
  const known = kept.get(placed);
  const entries =
    known !== undefined && known.resource === resource
      ? known.entries
      : resource !== undefined && placed.nodeType === PAGE_TYPE
        ? pageChildren(resource)
        : [];
  const children = entries.map((child) => own(document.nodes, child._id));
  const same =
    known !== undefined &&
    known.resource === resource &&
    known.types === types &&
    known.children.length === children.length &&
    known.children.every((child, index) => child === children[index]) &&
    known.node.id === id;
  if (same) return known.node;
  const node = canvasNode(id, placed, resource, types, entries, children);
  kept.set(placed, { resource, entries, children, types, node });
  return node;
}

function canvasNode(
  id: string,
  placed: TreeNode,
  resource: NodeResource | undefined,
  types: LintRealm['nodeTypes'],
  entries: readonly PageChild[],
  children: readonly (NodeResource | undefined)[],
): LintNode {
  const inside = Object.fromEntries(
    entries.flatMap((child, index) => (children[index] ? [[nodeKey(child.nodeType, child._id), children[index] as NodeResource]] : [])),
  );
  const version = placed.version ?? resource?._type.version ?? '1.0';
  const node: LintNode = {
    ...shape(id, placed.nodeType, placed.displayName, version, resource, types, inside, Object.keys(placed.connections ?? NONE)),
    page: null,
    connections: placed.connections ?? NONE,
  };
  node.children = entries.map((child, index) => ({
    ...shape(child._id, child.nodeType, child.displayName, child.nodeVersion ?? '1.0', children[index], types, inside, []),
    page: node,
    connections: NONE,
  }));
  return node;
}

function shape(
  id: string,
  type: string,
  displayName: string | undefined,
  version: string,
  resource: NodeResource | undefined,
  types: LintRealm['nodeTypes'],
  nodes: Readonly<Record<string, NodeResource>>,
  connected: readonly string[],
): Omit<LintNode, 'page' | 'connections'> {
  const definition = definitionOf(type, { customTypes: types, resource });
  const stored = configOf(resource);
  const config = withDefaults(definition.fields, stored);
  const outcomes = outcomesFor(definition, config, { version, resource, connected, nodes, customTypes: types });
  return { id, type, name: displayName || definition.name, children: [], version, resource, definition, config, stored, outcomes };
}
