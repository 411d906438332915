import type { OpenApi, OpenApiOperation } from '@tandem/api';

type Schema = Readonly<Record<string, unknown>>;
export type Operation = OpenApiOperation & { method: string; path: string };

/** All operations by what they are about, as the description lists them. */
export function operationsOf({ paths }: OpenApi): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags[0] ?? 'Other';
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method: method.toUpperCase(), path }]);
    }
  }
  return groups;
}

/** Whether every word stands somewhere in it. */
export function isFound({ method, path, summary, description = '', tags }: Operation, search: string): boolean {
  const text = [method, path, summary, description, ...tags].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** So deep a schema is written out; what lies deeper is called by its name. */
const DEEPEST = 5;
type Schemas = OpenApi['components']['schemas'];

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
const nameOf = (reference: unknown): string => String(reference).replace('#/components/schemas/', '');

/** A schema as TypeScript would write the type, which is short and known to whoever calls an API. */
export function typeText(schema: Schema, schemas: Schemas, depth = 0): string {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    const target = schemas[name];
    return target === undefined || depth >= DEEPEST ? name : typeText(target, schemas, depth + 1);
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeText(choice, schemas, depth)))].join(' | ');
  const parts = listOf(schema.allOf);
  if (parts.length > 0) return parts.map((part) => typeText(part, schemas, depth)).join(' & ');
  if (schema.type === 'array') {
    const item = typeText(isSchema(schema.items) ? schema.items : {}, schemas, depth + 1);
    return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'object' || isSchema(schema.properties)) return objectText(schema, schemas, depth);
  if (schema.type === 'integer') return 'number';
  return typeof schema.type === 'string' ? schema.type : Array.isArray(schema.type) ? schema.type.join(' | ') : 'any JSON';
}

function objectText({ properties, required, additionalProperties }: Schema, schemas: Schemas, depth: number): string {
  const fields = isSchema(properties) ? Object.entries(properties) : [];
  if (fields.length === 0)
    return `Record<string, ${isSchema(additionalProperties) ? typeText(additionalProperties, schemas, depth + 1) : 'any JSON'}>`;
  if (depth >= DEEPEST) return '{ … }';
  const indent = '  '.repeat(depth + 1);
  const lines = fields.map(([name, schema]) => {
    const isNeeded = Array.isArray(required) && required.includes(name);
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    const about = isSchema(schema) && typeof schema.description === 'string' ? ` // ${schema.description}` : '';
    return `${indent}${key}${isNeeded ? '' : '?'}: ${typeText(isSchema(schema) ? schema : {}, schemas, depth + 1)};${about}`;
  });
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}
