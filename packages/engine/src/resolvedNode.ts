import { type CustomNodeType, findCustomType, type JsonObject, type NodeResource, type Outcome, type Realm } from '@tandem/journey';
import { configOf, definitionOf, type Execute, type NodeDefinition, outcomesOf, withDefaults } from '@tandem/nodes';
import { executorFor } from '@tandem/nodes/execute';

/** A node as a visit sees it: resource, definition and executor brought together. */
export interface ResolvedNode {
  id: string;
  type: string;
  version: string;
  displayName: string;
  typeName: string;
  config: JsonObject;
  definition: NodeDefinition;
  customType: CustomNodeType | undefined;
  execute: Execute;
  outcomes: readonly Outcome[];
}

/** What a journey or a page says about a node it holds. */
interface Placement {
  id: string;
  type: string;
  version: string | undefined;
  displayName: string | undefined;
}

/** Brings together what the realm has of a node. */
export function resolveNode(realm: Realm, resource: NodeResource, at: Placement, connections: Record<string, string>): ResolvedNode {
  const customType = findCustomType(realm, at.type);
  const definition = definitionOf(at.type, { customTypes: realm.nodeTypes, resource });
  return {
    id: at.id,
    type: at.type,
    version: at.version ?? resource._type.version ?? '1.0',
    displayName: at.displayName ?? definition.name,
    typeName: definition.name,
    config: withDefaults(definition.fields, configOf(resource)),
    definition,
    customType,
    // A custom type that the realm does not have runs like any type that Tandem cannot execute: a person chooses.
    execute: executorFor(at.type, customType !== undefined),
    outcomes: outcomesOf(realm, { nodeType: at.type, version: at.version, connections }, resource),
  };
}
