import { INT_MAX, type Json, type JsonObject } from '@tandem/journey';
import * as z from 'zod';
import { numeric } from './support/values.ts';

/**
 * Configuration fields, defined once: the form is drawn from them, the API and the inspector validate with them, execution reads defaults from
 * them. A field is data plus a zod schema; conditions are data too, so that they can be shown and tested.
 */

export type FieldKind =
  | 'string'
  | 'multiline'
  | 'url'
  | 'stateKey'
  | 'journey'
  | 'script'
  | 'emailTemplate'
  | 'nodeType'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'stringList'
  | 'numberList'
  | 'outcomes'
  | 'stringMap'
  | 'localized'
  | 'pageChildren'
  | 'json';

/** Shown and required only while another field has (or lacks) one of these values. */
export interface FieldCondition {
  field: string;
  in?: readonly Json[];
  notIn?: readonly Json[];
}

export interface ConfigField {
  kind: FieldKind;
  /** AM's label. */
  label: string;
  help?: string;
  required?: boolean;
  /** What AM takes when the value is absent, and what a new node gets. Absent: a new node leaves the field out. */
  default?: Json;
  /** For integers: inclusive bounds. */
  min?: number;
  max?: number;
  /** "s", "min", ... shown behind the input. */
  unit?: string;
  placeholder?: string;
  options?: readonly { value: string; label: string }[];
  /** For scripts: contexts in which AM keeps the scripts that the node can run. */
  scriptContexts?: readonly string[];
  /** For texts and lists of texts: they name attributes of the managed user. Any other name may stand there, too. */
  suggests?: 'userAttribute';
  when?: FieldCondition;
  /** Group heading in the form. */
  group?: string;
}

/** By property id, in AM's order. */
export type ConfigFields = Readonly<Record<string, ConfigField>>;

const localeMap = z.record(z.string(), z.string());

/** Making a schema takes far longer than checking a value with it, and Configuration Provider checks at every visit. */
const schemas = new WeakMap<ConfigField, z.ZodType>();

function schemaOf(field: ConfigField): z.ZodType {
  let schema = schemas.get(field);
  if (!schema) {
    schema = madeSchema(field);
    schemas.set(field, schema);
  }
  return schema;
}

function madeSchema(field: ConfigField): z.ZodType {
  switch (field.kind) {
    case 'integer': {
      const { min, max, unit } = field;
      const error = ({ input }: { input?: unknown }): string => {
        // That a number has to fit AM's type is only worth telling to somebody whose number does not.
        const top = max === INT_MAX && !(typeof input === 'number' && input > max) ? undefined : max;
        const range = min === undefined ? (top === undefined ? '' : ` up to ${top}`) : top === undefined ? ` from ${min}` : ` from ${min} to ${top}`;
        return `A whole number${range}${unit ? ` (${unit})` : ''}.`;
      };
      let schema = z.int({ error });
      if (min !== undefined) schema = schema.min(min, { error });
      if (max !== undefined) schema = schema.max(max, { error });
      return schema;
    }
    case 'number':
      return z.number({ error: 'A number.' });
    case 'boolean':
      return z.boolean({ error: 'true or false.' });
    case 'enum': {
      const values = (field.options ?? []).map((option) => option.value);
      return z.enum(values as [string, ...string[]], { error: `One of ${values.join(', ')}.` });
    }
    case 'numberList': {
      const list = z.array(z.number({ error: 'A number.' }), { error: 'A list of numbers.' });
      return field.required ? list.min(1, { error: `${field.label}: at least one entry.` }) : list;
    }
    case 'stringList':
    case 'outcomes': {
      const values = field.options?.map(({ value }) => value);
      const entry = values ? z.enum(values as [string, ...string[]], { error: `One of ${values.join(', ')}.` }) : z.string();
      const list = z.array(entry, { error: 'A list of strings.' });
      return field.required ? list.min(1, { error: `${field.label}: at least one entry.` }) : list;
    }
    case 'stringMap':
    case 'localized':
      return field.kind === 'localized' ? localeMap : z.record(z.string(), z.string(), { error: 'A map of strings.' });
    case 'url':
      return z.url({ protocol: /^https?$/, error: 'An absolute http or https URL.' });
    case 'json':
    case 'pageChildren':
      return z.json();
    default: {
      const text = z.string({ error: 'Text.' });
      return field.required ? text.min(1, { error: `${field.label} is required.` }) : text;
    }
  }
}

/** Whether a field applies to this configuration. */
export function fieldApplies(field: ConfigField, config: JsonObject, fields: ConfigFields): boolean {
  const { when } = field;
  if (!when) return true;
  const value = config[when.field] ?? fields[when.field]?.default ?? null;
  if (when.in && !when.in.includes(value)) return false;
  if (when.notIn?.includes(value)) return false;
  return true;
}

export interface FieldError {
  field: string;
  message: string;
}

/**
 * Checks a configuration against its fields. Unknown properties pass (kept, not dropped); absent ones only fail when required, applicable and
 * without a default.
 */
export function validateConfig(fields: ConfigFields, config: JsonObject): FieldError[] {
  const errors: FieldError[] = [];
  for (const [id, field] of Object.entries(fields)) {
    if (!fieldApplies(field, config, fields)) continue;
    const value = config[id];
    if (value === undefined || value === null || (value === '' && !field.required)) {
      if (field.required && field.default === undefined) errors.push({ field: id, message: `${field.label} is required.` });
      continue;
    }
    const result = schemaOf(field).safeParse(value);
    if (!result.success) errors.push({ field: id, message: result.error.issues[0]?.message ?? 'Not valid.' });
  }
  return errors;
}

/**
 * Numbers outside of their fields' bounds: AM refuses them, and a run would have to make dates of them. Numbers in text count; any other text may
 * be a reference to an environment variable and says nothing.
 */
export function outOfBounds(fields: ConfigFields, config: JsonObject): { field: string; expected: string }[] {
  return Object.entries(fields).flatMap(([id, field]) => {
    const number = field.kind === 'integer' ? numeric(config, id) : undefined;
    if (number === undefined || !fieldApplies(field, config, fields)) return [];
    const result = schemaOf(field).safeParse(number);
    return result.success ? [] : [{ field: id, expected: result.error.issues[0]?.message ?? 'Another number.' }];
  });
}

/** Configuration of a new node. */
export function defaultConfig(fields: ConfigFields): JsonObject {
  const config: JsonObject = {};
  for (const [id, field] of Object.entries(fields)) {
    if (field.default !== undefined) config[id] = structuredCloneJson(field.default);
  }
  return config;
}

/** The configuration as execution sees it: stored values, defaults where absent. */
export function withDefaults(fields: ConfigFields, stored: JsonObject): JsonObject {
  const config: JsonObject = { ...stored };
  for (const [id, field] of Object.entries(fields)) {
    if (config[id] === undefined && field.default !== undefined) config[id] = field.default;
  }
  return config;
}

function structuredCloneJson(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
