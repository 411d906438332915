import { type CustomNodeProperty, type CustomNodeType, customTypeId, type Json, type Outcome } from '@tandem/journey';
import type { ConfigField } from '../config.ts';
import type { NodeDefinition } from '../contract.ts';
import { REQUEST_CALLBACKS } from '../support/request-callbacks.ts';
import { assumed, documented, recorded } from '../support/sources.ts';

/** Outcome that AIC adds to a custom node with an error outcome. */
export const SCRIPT_ERROR = 'Script Error';

/** State keys that a custom node's script may use: none declared means all. */
export function declaredKeys(keys: readonly string[] | undefined): readonly string[] {
  return keys && keys.length > 0 ? keys : ['*'];
}

function customField(name: string, property: CustomNodeProperty): ConfigField {
  const options = Object.entries(property.options ?? {}).map(([value, label]) => ({ value, label }));
  const field: ConfigField = { kind: fieldKind(property, options.length > 0), label: property.title || name };
  if (property.description) field.help = property.description;
  if (property.required) field.required = true;
  if (property.defaultValue !== undefined && property.defaultValue !== null) field.default = property.defaultValue as Json;
  if (options.length > 0) field.options = options;
  return field;
}

function fieldKind(property: CustomNodeProperty, hasOptions: boolean): ConfigField['kind'] {
  const { type, multivalued } = property;
  // Lists of anything but texts and numbers have no form of their own.
  if (multivalued) return type === 'STRING' ? 'stringList' : type === 'NUMBER' ? 'numberList' : 'json';
  if (hasOptions) return 'enum';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'NUMBER') return 'number';
  return type === 'STRING' ? 'string' : 'json';
}

/** Definition of a custom node type: its properties are the fields, its outcomes the outcomes. */
export function customDefinition(nodeType: CustomNodeType): NodeDefinition {
  const outcomes: readonly Outcome[] = [...nodeType.outcomes, ...(nodeType.errorOutcome ? [SCRIPT_ERROR] : [])].map((id) => ({
    id,
    displayName: id,
  }));
  const fields = Object.fromEntries(Object.entries(nodeType.properties ?? {}).map(([name, property]) => [name, customField(name, property)]));
  return {
    type: customTypeId(nodeType),
    name: nodeType.displayName,
    help: nodeType.description || 'A custom node of this realm.',
    tags: ['customNode', ...(nodeType.tags ?? []).filter((tag) => tag !== 'customNode')],
    synonyms: ['custom', 'designer', 'script'],
    icon: 'puzzle',
    inPage: 'allowed',
    versions: ['1.0'],
    fields,
    outcomes: () => [...outcomes],
    allOutcomes: outcomes,
    reads: () => declaredKeys(nodeType.inputs),
    writes: () => declaredKeys(nodeType.outputs).map((key) => ({ key, scope: 'shared' as const })),
    summary: (config) => {
      const shown = Object.keys(fields)
        .map((name) => config[name])
        .find((value) => typeof value === 'string' && value !== '');
      return typeof shown === 'string' ? shown : '';
    },
    sources: [
      recorded('Configuration holds the properties by name; an option is stored as its key.', 'recorded node designer types and exports'),
      documented('With an error outcome a failing script goes to Script Error; without one the journey fails.', 'Ping docs: custom nodes'),
      documented('No declared inputs or outputs means all of node state.', 'Ping docs: custom nodes'),
      assumed(REQUEST_CALLBACKS),
    ],
  };
}
