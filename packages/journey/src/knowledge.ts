import type { JsonObject } from './model.ts';

/** Realm resources that a node's configuration names: journeys and email templates by name, scripts by id. */
export interface NodeReferences {
  journeys: readonly string[];
  scripts: readonly string[];
  emailTemplates: readonly string[];
}

/**
 * What this package needs to know about node types. `@tandem/nodes` implements it from its definitions; this package stays below that one.
 * Implementations answer for any configuration, however wrong, and never throw.
 */
export interface NodeKnowledge {
  /** Whether the type is one of AM's own that is described here. Custom types (`designer-...`) are looked up in the realm, not asked for. */
  nodeTypeKnown(type: string): boolean;
  /** @param config the node resource without `_id`, `_rev`, `_type`, `_outcomes` */
  references(type: string, config: JsonObject): NodeReferences;
  /** Numbers that AM would not take, with what it would take. */
  outOfBounds(type: string, config: JsonObject): readonly { field: string; expected: string }[];
}

/** Type of the node that runs a journey inside its own: the only one whose reference can form an endless loop. */
export const INNER_JOURNEY_TYPE = 'InnerTreeEvaluatorNode';
/** Type of a page: a container of nodes. */
export const PAGE_TYPE = 'PageNode';
