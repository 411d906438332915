import { isObject, type Json, type JsonObject, type NodeResource, type Outcome } from '@tandem/journey';
import { catalogRow } from '../catalog/find.ts';
import { groupIcon, groupOf } from '../catalog/groups.ts';
import type { ConfigField, ConfigFields } from '../config.ts';
import type { NodeDefinition } from '../contract.ts';
import { singleOutcome } from '../support/outcomes.ts';
import { assumed, recorded } from '../support/sources.ts';
import { named, scriptIds } from '../support/values.ts';

const localeName = /^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/;
const secretName = /password|secret/i;

const attributeName = /attributes?(name)?s?$/i;

/** Guesses the form of a property from its name and value. */
export function inferredField(id: string, value: Json): ConfigField {
  const field = fieldLike(id, value);
  return attributeName.test(id) && (field.kind === 'string' || field.kind === 'stringList') ? { ...field, suggests: 'userAttribute' } : field;
}

function fieldLike(id: string, value: Json): ConfigField {
  const label = labelOf(id);
  if (id === 'emailTemplateName') return { kind: 'emailTemplate', label };
  if (isScriptProperty(id) && typeof value === 'string') return { kind: 'script', label };
  if (typeof value === 'boolean') return { kind: 'boolean', label };
  if (typeof value === 'number') return { kind: Number.isInteger(value) ? 'integer' : 'number', label };
  if (typeof value === 'string') return { kind: value.includes('\n') && !secretName.test(id) ? 'multiline' : 'string', label };
  if (Array.isArray(value)) return { kind: value.every((entry) => typeof entry === 'string') ? 'stringList' : 'json', label };
  if (!isObject(value) || !Object.values(value).every((entry) => typeof entry === 'string')) return { kind: 'json', label };
  const names = Object.keys(value);
  return { kind: names.length > 0 && names.every((name) => localeName.test(name)) ? 'localized' : 'stringMap', label };
}

function isScriptProperty(id: string): boolean {
  return id === 'script' || id.endsWith('Script');
}

/** "maxIdleTime" -> "Max idle time". */
function labelOf(id: string): string {
  const words = id
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inferredFields(resource: NodeResource | undefined): ConfigFields {
  const fields: Record<string, ConfigField> = {};
  for (const [id, value] of Object.entries((resource ?? {}) as JsonObject)) {
    // AM's own properties are not configuration.
    if (!id.startsWith('_')) fields[id] = inferredField(id, value);
  }
  return fields;
}

/**
 * Definition of a type that is not executed here.
 *
 * @param type AM's node type id
 * @param resource an instance of the type; its own values shape the form
 */
export function genericDefinition(type: string, resource?: NodeResource): NodeDefinition {
  const row = catalogRow(type);
  const tags = row?.[2] ?? [];
  const fields = inferredFields(resource);
  const templates = Object.keys(fields).filter((id) => fields[id]?.kind === 'emailTemplate');
  return {
    type,
    name: row?.[1] ?? resource?._type.name ?? type,
    help: row?.[3] || 'Not executed here: the simulation stops at it and lets you choose the outcome.',
    tags,
    synonyms: [],
    icon: groupIcon(groupOf(tags)),
    inPage: row?.[4] ?? 'allowed',
    versions: ['1.0'],
    fields,
    outcomes: (_config, context): Outcome[] => {
      if (context.stored.length > 0) return [...context.stored];
      if (context.connected.length > 0) return context.connected.map((id) => ({ id, displayName: id }));
      // A new node needs a port to be connected by.
      return [...singleOutcome];
    },
    allOutcomes: null,
    reads: () => [],
    writes: () => [],
    summary: () => '',
    scripts: (config) =>
      Object.keys(config)
        .filter(isScriptProperty)
        .flatMap((id) => scriptIds(config, id)),
    emailTemplates: (config) => [...new Set([...templates, 'emailTemplateName'])].flatMap((id) => named(config, id)),
    sources: [
      ...(row ? [recorded('Id, name and tags of the type.', "recorded list of a tenant's node types")] : []),
      assumed('The run stops here and a person chooses the outcome.'),
      assumed('Outcomes are those stored with the node, else the connected ones; fields are guessed from the values.'),
    ],
  };
}
