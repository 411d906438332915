// Definitions only: what the designer, the linter and the API need. Execution has its own entry, `@tandem/nodes/execute`.

export { groupIcon, groupOf, type PaletteGroup, paletteGroups } from './catalog/groups.ts';
export * from './config.ts';
export * from './contract.ts';
export { customTypeIssues, PROPERTY_TYPES, type PropertyType, propertyIssues, valueWords } from './custom/check.ts';
export { customDefinition, SCRIPT_ERROR } from './custom/definition.ts';
export { type InstanceEffect, type Renamed, type Replacement, replaceInPlace, usesOfType } from './custom/instances.ts';
export type { ValueChange } from './custom/values-after.ts';
export { type StaticNode, staticNodes } from './ends.ts';
export { genericDefinition, inferredField } from './generic/definition.ts';
export { handNode, handRule } from './generic/rule.ts';
export {
  allOutcomesOf,
  type CustomTypes,
  configOf,
  definitionOf,
  isExecuted,
  knownNodeType,
  nativeDefinition,
  nodeKnowledge,
  type OutcomesForOptions,
  outcomesFor,
  outcomesOf,
  type PaletteEntry,
  type PlacedNode,
  paletteEntries,
  type RealmLookup,
  type RealmNodeKnowledge,
} from './lookup.ts';
export * from './messages.ts';
export { CONFIGURATION_FAILED } from './nodes/config-provider-node/definition.ts';
export { pageChildren } from './nodes/page-node/definition.ts';
export { type NodeReference, referenceOf } from './reference.ts';
export { definitions } from './registry/definitions.ts';
export * from './secret-effects.ts';
export { type AnsweredCall, answeredCall } from './support/answered-call.ts';
export { jsonOrText } from './support/json.ts';
export { localizedMessage, localizedText } from './support/locale.ts';
export { failedPolicies } from './support/policies.ts';
export { type RealmGap, realmGap } from './support/realm-gap.ts';
export { templateProblem } from './support/templates/parse.ts';
export { failedUserPolicies } from './support/user-policies.ts';
export { userAttributes } from './support/user-schema.ts';
