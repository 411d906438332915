import {
  type CustomNodeType,
  customTypeId,
  type JsonObject,
  configOf as journeyConfigOf,
  type NodeKnowledge,
  type NodeResource,
  nodeKey,
  type Outcome,
  own,
  type Realm,
  type TreeNode,
} from '@tandem/journey';
import { catalog, catalogRow } from './catalog/find.ts';
import { groupOf, type PaletteGroup, paletteGroups } from './catalog/groups.ts';
import { defaultConfig, outOfBounds, withDefaults } from './config.ts';
import type { NodeDefinition, OutcomeContext } from './contract.ts';
import { customDefinition } from './custom/definition.ts';
import { genericDefinition } from './generic/definition.ts';
import { definitions, executedTypes } from './registry/definitions.ts';

const native = new Map(definitions.map((definition) => [definition.type, definition]));
const customCache = new WeakMap<CustomNodeType, NodeDefinition>();

/** Custom node types, as the realm keeps them or as a list. */
export type CustomTypes = Readonly<Record<string, CustomNodeType>> | readonly CustomNodeType[];

/** The part of a realm that lookups read. */
export type RealmLookup = Pick<Realm, 'nodes' | 'nodeTypes'>;

/** What a tree (or a page) says about a node. */
export type PlacedNode = Pick<TreeNode, 'nodeType'> & Partial<Pick<TreeNode, 'version' | 'connections'>>;

/** Definition of a type that has a folder of its own here; undefined for all others. */
export function nativeDefinition(type: string): NodeDefinition | undefined {
  return native.get(type);
}

function customOf(type: string, customTypes: CustomTypes | undefined): CustomNodeType | undefined {
  if (!customTypes || !type.startsWith('designer-')) return undefined;
  // A realm keeps a type under its service name and version: no search for most.
  const kept = own(customTypes as Readonly<Record<string, CustomNodeType>>, `${type.slice('designer-'.length)}-1`);
  if (kept && customTypeId(kept) === type) return kept;
  return Object.values(customTypes).find((candidate) => customTypeId(candidate) === type);
}

function cachedCustom(nodeType: CustomNodeType): NodeDefinition {
  let definition = customCache.get(nodeType);
  if (!definition) {
    definition = customDefinition(nodeType);
    customCache.set(nodeType, definition);
  }
  return definition;
}

/**
 * Definition of any node type: native, custom, or the generic one.
 *
 * @param options.customTypes the realm's custom node types
 * @param options.resource an instance, so that a generic definition can show its values
 */
export function definitionOf(
  type: string,
  options: { customTypes?: CustomTypes | undefined; resource?: NodeResource | undefined } = {},
): NodeDefinition {
  const custom = customOf(type, options.customTypes);
  return native.get(type) ?? (custom ? cachedCustom(custom) : genericDefinition(type, options.resource));
}

/** Whether the type is native, one of the catalog, or one of these custom types. */
export function knownNodeType(type: string, customTypes?: CustomTypes): boolean {
  return native.has(type) || catalogRow(type) !== undefined || customOf(type, customTypes) !== undefined;
}

/** Whether a run executes the type; others stop and ask a person. */
export function isExecuted(type: string, customTypes?: CustomTypes): boolean {
  return executedTypes.has(type) || customOf(type, customTypes) !== undefined;
}

/** All outcomes a type can ever have, for Configuration Provider; null when they are free-form and the type cannot be imitated. */
export function allOutcomesOf(type: string, customTypes?: CustomTypes): readonly Outcome[] | null {
  const definition = definitionOf(type, { customTypes });
  if (definition.allOutcomes !== undefined) return definition.allOutcomes;
  return outcomesFor(definition, defaultConfig(definition.fields), { customTypes });
}

/** Configuration of a resource: everything but AM's own properties; empty without one. */
export function configOf(resource: NodeResource | undefined): JsonObject {
  return resource ? journeyConfigOf(resource) : {};
}

function outcomeContext(options: OutcomesForOptions): OutcomeContext {
  const { version, resource, connected = [], nodes = {}, customTypes = {} } = options;
  return {
    version: version ?? resource?._type.version ?? '1.0',
    stored: (resource?._outcomes ?? []).map(({ id, displayName }) => ({ id, displayName: displayName ?? id })),
    connected,
    childOutcomes: (child) => {
      const stored = own(nodes, nodeKey(child.nodeType, child._id));
      // A type that needs its resource to know its outcomes must not guess without one: the page falls back to what AM stored.
      if (!stored && !native.has(child.nodeType) && !customOf(child.nodeType, customTypes)) return [];
      const definition = definitionOf(child.nodeType, { customTypes, resource: stored });
      return outcomesFor(definition, withDefaults(definition.fields, configOf(stored)), {
        version: child.nodeVersion,
        resource: stored,
        nodes,
        customTypes,
      });
    },
    allOutcomes: (type) => allOutcomesOf(type, customTypes) ?? [],
  };
}

export interface OutcomesForOptions {
  version?: string | undefined;
  /** The node's resource: its `_outcomes` serve types without a definition. */
  resource?: NodeResource | undefined;
  /** Outcome ids that the tree connects, for the same types. */
  connected?: readonly string[] | undefined;
  /** Where page children are found. */
  nodes?: RealmLookup['nodes'] | undefined;
  customTypes?: CustomTypes | undefined;
}

/**
 * Outcomes of a definition with a configuration, in AM's order.
 *
 * @param config with defaults filled in
 */
export function outcomesFor(definition: NodeDefinition, config: JsonObject, options: OutcomesForOptions = {}): Outcome[] {
  return definition.outcomes(config, outcomeContext(options));
}

/**
 * Outcomes of a placed node with its stored configuration, in AM's order.
 *
 * @param realm where page children and custom types are found
 * @param node the tree's entry of the node (or a page's child)
 * @param resource the node's configuration; looked up by the caller, because a page's child and an imported file keep it elsewhere
 */
export function outcomesOf(realm: RealmLookup, node: PlacedNode, resource: NodeResource | undefined): Outcome[] {
  const definition = definitionOf(node.nodeType, { customTypes: realm.nodeTypes, resource });
  return outcomesFor(definition, withDefaults(definition.fields, configOf(resource)), {
    version: node.version,
    resource,
    connected: Object.keys(node.connections ?? {}),
    nodes: realm.nodes,
    customTypes: realm.nodeTypes,
  });
}

/** What `packages/journey` asks about nodes when it reads and writes exports, and outcomes besides. */
export interface RealmNodeKnowledge extends NodeKnowledge {
  outcomes(node: PlacedNode, resource: NodeResource | undefined): Outcome[];
}

/** Knowledge about node types for one realm (or for what a file brings: its own nodes and custom types). */
export function nodeKnowledge(realm: RealmLookup): RealmNodeKnowledge {
  return {
    nodeTypeKnown: (type) => knownNodeType(type),
    references: (type, config) => {
      const definition = definitionOf(type, { customTypes: realm.nodeTypes });
      return {
        journeys: [...(definition.journeys?.(config) ?? [])],
        scripts: [...(definition.scripts?.(config) ?? [])],
        emailTemplates: [...(definition.emailTemplates?.(config) ?? [])],
      };
    },
    outOfBounds: (type, config) => outOfBounds(definitionOf(type, { customTypes: realm.nodeTypes }).fields, config),
    outcomes: (node, resource) => outcomesOf(realm, node, resource),
  };
}

export interface PaletteEntry {
  type: string;
  name: string;
  help: string;
  group: PaletteGroup;
  tags: readonly string[];
  synonyms: readonly string[];
  icon: string;
  inPage: NodeDefinition['inPage'];
  /** Whether a run executes it; the others stop and let a person choose. */
  executed: boolean;
}

/** Every node type that can be placed, by group and then by name. */
export function paletteEntries(customTypes: CustomTypes = []): PaletteEntry[] {
  const custom = Object.values(customTypes).map((nodeType) => cachedCustom(nodeType));
  const others = catalog.map(([type]) => genericDefinition(type));
  return [...definitions, ...custom, ...others]
    .map(
      (definition): PaletteEntry => ({
        type: definition.type,
        name: definition.name,
        help: definition.help,
        group: groupOf(definition.tags),
        tags: definition.tags,
        synonyms: definition.synonyms,
        icon: definition.icon,
        inPage: definition.inPage,
        executed: isExecuted(definition.type, customTypes),
      }),
    )
    .sort((a, b) => paletteGroups.indexOf(a.group) - paletteGroups.indexOf(b.group) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
