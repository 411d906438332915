import { type CustomNodeProperty, type CustomNodeType, findCustomType, type Json, type JsonObject, type Realm } from '@tandem/journey';
import type { ConfigField, NodeDefinition } from '@tandem/nodes';

const EMPTY_SCRIPT = '[Empty]';

/** The configuration of a new node (`?_action=template`). */
export function templateOf({ fields }: NodeDefinition): JsonObject {
  const entries = Object.entries(fields).flatMap(([id, field]): [string, Json][] => {
    if (field.kind === 'script') return [[id, EMPTY_SCRIPT]];
    return field.default === undefined ? [] : [[id, field.default]];
  });
  return Object.fromEntries(entries);
}

/** The JSON schema of a type's configuration (`?_action=schema`), in AM's form: every property is required but those of a custom type that say not. */
export function schemaOf(realm: Realm, definition: NodeDefinition): JsonObject {
  const custom = findCustomType(realm, definition.type);
  if (custom) return customSchema(custom);
  const entries = Object.entries(definition.fields);
  const properties = entries.map(([id, field], index) => [id, propertyOf(realm, field, (index + 1) * 100)] as const);
  return objectSchema(
    Object.fromEntries(properties),
    entries.map(([id]) => id),
  );
}

/** A type without properties has no list of them (recorded). */
function objectSchema(properties: JsonObject, required: readonly string[]): JsonObject {
  return { type: 'object', ...(Object.keys(properties).length > 0 ? { properties } : {}), required: [...required] };
}

function propertyOf(realm: Realm, field: ConfigField, propertyOrder: number): JsonObject {
  const values = field.kind === 'script' ? scriptsFor(realm, field) : field.options?.map(({ value, label }) => ({ value, label }));
  const { shape, empty } = shapeOf(field);
  return {
    title: field.label,
    description: field.help ?? '',
    propertyOrder,
    ...(values ? choices(values) : {}),
    ...shape,
    exampleValue: '',
    ...(field.default !== undefined ? { default: field.default } : empty === undefined ? {} : { default: empty }),
  };
}

function choices(values: readonly { value: string; label: string }[]): JsonObject {
  const titles = values.map(({ label }) => label);
  return { enum: values.map(({ value }) => value), options: { enum_titles: titles }, enumNames: titles };
}

/** Script properties list the scripts that they can run (facts 1.3). */
function scriptsFor(realm: Realm, { scriptContexts }: ConfigField): { value: string; label: string }[] {
  const fitting = Object.values(realm.scripts).filter(({ context }) => context === undefined || !scriptContexts || scriptContexts.includes(context));
  return [{ value: EMPTY_SCRIPT, label: '--- Select a script ---' }, ...fitting.map(({ _id, name }) => ({ value: _id, label: name }))];
}

function shapeOf({ kind }: Pick<ConfigField, 'kind'>): { shape: JsonObject; empty?: Json } {
  switch (kind) {
    case 'boolean':
      return { shape: { type: 'boolean' }, empty: false };
    case 'integer':
      return { shape: { type: 'integer' } };
    case 'number':
      return { shape: { type: 'number' } };
    case 'stringList':
    case 'outcomes':
      return { shape: { items: { type: 'string' }, type: 'array' }, empty: [] };
    case 'numberList':
      return { shape: { items: { type: 'number' }, type: 'array' }, empty: [] };
    case 'pageChildren':
      return { shape: { items: { type: 'object' }, type: 'array' }, empty: [] };
    case 'stringMap':
    case 'localized':
      return { shape: MAP, empty: {} };
    case 'json':
      return { shape: { type: 'object' } };
    default:
      return { shape: { type: 'string' } };
  }
}

const MAP: JsonObject = { patternProperties: { '.*': { type: 'string' } }, type: 'object' };

function customSchema({ properties = {} }: CustomNodeType): JsonObject {
  const entries = Object.entries(properties);
  const schemas = entries.map(([name, property], index) => [name, customPropertyOf(name, property, index + 1)] as const);
  return objectSchema(
    Object.fromEntries(schemas),
    entries.filter(([, { required }]) => required === true).map(([name]) => name),
  );
}

const CUSTOM_KINDS: Readonly<Record<string, ConfigField['kind']>> = { BOOLEAN: 'boolean', NUMBER: 'number', STRING: 'string', OBJECT: 'stringMap' };

function customPropertyOf(name: string, property: CustomNodeProperty, propertyOrder: number): JsonObject {
  const kind = CUSTOM_KINDS[property.type] ?? 'json';
  const { shape, empty } = shapeOf({ kind });
  // Recorded: of what is not set only a map has a default.
  const fallback = property.defaultValue ?? (kind === 'stringMap' ? empty : undefined);
  const options = Object.entries(property.options ?? {}).map(([value, label]) => ({ value, label }));
  return {
    title: property.title ?? name,
    description: property.description ?? '',
    propertyOrder,
    ...(options.length > 0 ? choices(options) : {}),
    ...(property.multivalued ? { items: shape, type: 'array' } : shape),
    exampleValue: '',
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}
