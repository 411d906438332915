import type { RunScript } from '@tandem/api';
import type { JsonObject } from '@tandem/journey';

/** What a person typed for a test run. */
export interface RunInputs {
  /** Id of a person of the realm; empty: nobody yet. */
  person: string;
  shared: string;
  transient: string;
  secure: string;
  /** One "name: value" a line. */
  headers: string;
  parameters: string;
  session: string;
  /** Settings of a custom node; empty: those of a new one. */
  properties: string;
}
type Field = Exclude<keyof RunInputs, 'person'>;

export const NO_INPUTS: RunInputs = {
  person: '',
  shared: '{}',
  transient: '{}',
  secure: '{}',
  headers: '',
  parameters: '',
  session: '',
  properties: '',
};

export const FIELDS: readonly { id: Exclude<Field, 'properties'>; label: string; help: string; rows: number }[] = [
  { id: 'shared', label: 'Shared state', help: 'JSON object', rows: 4 },
  { id: 'transient', label: 'Transient state', help: 'JSON object', rows: 2 },
  { id: 'secure', label: 'Secure state', help: 'JSON object', rows: 2 },
  { id: 'headers', label: 'Request headers', help: 'One “name: value” a line', rows: 2 },
  { id: 'parameters', label: 'Request parameters', help: 'One “name: value” a line', rows: 2 },
  { id: 'session', label: 'Existing session', help: 'Its properties, one “name: value” a line. Empty: there is none.', rows: 2 },
];

export interface Person {
  id: string;
  userName: string;
}

export type ReadInputs = { given: Omit<RunScript, 'script'> } | { errors: Partial<Record<Field, string>> };

/**
 * What a run starts with; or what is wrong with the input, by field.
 *
 * @param settings of a new node of the custom type that runs the script
 * @param person is known as after an Identify Existing User node: `username` and `_id` in shared state, where that does not say otherwise
 */
export function readInputs(inputs: RunInputs, person?: Person, settings?: JsonObject): ReadInputs {
  const errors: Partial<Record<Field, string>> = {};
  const attempt = <T>(field: Field, read: (text: string) => T, otherwise: T): T => {
    try {
      return read(inputs[field]);
    } catch (error) {
      errors[field] = (error as Error).message;
      return otherwise;
    }
  };
  const given = person ? { username: person.userName, _id: person.id } : {};
  const state = {
    shared: { ...given, ...attempt('shared', objectIn, {}) },
    transient: attempt('transient', objectIn, {}),
    secure: attempt('secure', objectIn, {}),
  };
  const headers = attempt('headers', listsIn, {});
  const parameters = attempt('parameters', listsIn, {});
  const session = attempt('session', linesIn, []);
  const properties = settings && (inputs.properties === '' ? settings : attempt('properties', objectIn, {}));
  if (Object.keys(errors).length > 0) return { errors };
  return {
    given: {
      state,
      headers,
      parameters,
      ...(properties ? { properties } : {}),
      ...(session.length > 0 ? { session: Object.fromEntries(session) } : {}),
    },
  };
}

function objectIn(text: string): JsonObject {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`No JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('A JSON object is needed: {"key": "value"}.');
  return value as JsonObject;
}

function linesIn(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon <= 0) throw new Error(`“${line.trim()}” is no “name: value”.`);
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    });
}

function listsIn(text: string): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of linesIn(text)) lists[name] = [...(Object.hasOwn(lists, name) ? (lists[name] ?? []) : []), value];
  return lists;
}
