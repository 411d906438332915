import type { IdentityView } from '@tandem/api';
import { type CustomAttribute, isObject, type Json, type JsonObject } from '@tandem/journey';

/** Which attributes of an identity have a field of their own, and how the form holds them. */

interface Group {
  title: string;
  fields: readonly (readonly [name: string, label: string])[];
}

/** Attributes of AIC's managed user that are texts (Ping docs: user identity attributes). */
const USER_GROUPS: readonly Group[] = [
  {
    title: 'Name and contact',
    fields: [
      ['givenName', 'First name'],
      ['sn', 'Last name'],
      ['displayName', 'Display name'],
      ['mail', 'Email address'],
      ['telephoneNumber', 'Telephone number'],
      ['description', 'Description'],
    ],
  },
  {
    title: 'Address',
    fields: [
      ['postalAddress', 'Address 1'],
      ['address2', 'Address 2'],
      ['city', 'City'],
      ['stateProvince', 'State or province'],
      ['postalCode', 'Postal code'],
      ['country', 'Country'],
    ],
  },
];
const AGENT_GROUPS: readonly Group[] = [
  {
    title: 'Agent',
    fields: [
      ['agentType', 'Agent type'],
      ['description', 'Description'],
    ],
  },
];

export const groupsOf = (kind: IdentityView['kind']): readonly Group[] => (kind === 'user' ? USER_GROUPS : AGENT_GROUPS);

/** Attributes that other parts of the form hold. */
const ELSEWHERE = new Set(['_id', '_rev', 'kind', 'userName', 'hasPassword', 'accountStatus', 'pushDevices']);

/** An attribute without a field: its value is JSON, as it is typed. */
export interface FurtherAttribute {
  name: string;
  json: string;
}

export interface Attributes {
  /** Texts of the known attributes, by name. */
  known: Record<string, string>;
  /** Values of custom attributes by name, as their field holds them. */
  custom: Record<string, Json>;
  further: readonly FurtherAttribute[];
}

/** Whether a field for this type can show the value without losing anything of it. */
function fits(type: CustomAttribute['type'], value: Json): boolean {
  if (type === 'array') return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === type;
}

export function readAttributes(identity: JsonObject, kind: IdentityView['kind'], customs: readonly CustomAttribute[]): Attributes {
  const known: Record<string, string> = {};
  const custom: Record<string, Json> = {};
  const further: FurtherAttribute[] = [];
  const names = new Set(groupsOf(kind).flatMap(({ fields }) => fields.map(([name]) => name)));
  for (const [name, value] of Object.entries(identity)) {
    if (ELSEWHERE.has(name) && !(name === 'pushDevices' && (kind === 'agent' || !isDevices(value)))) continue;
    const type = kind === 'user' ? customs.find((attribute) => attribute.name === name)?.type : undefined;
    if (names.has(name) && typeof value === 'string') known[name] = value;
    else if (type !== undefined && fits(type, value)) custom[name] = value;
    else further.push({ name, json: JSON.stringify(value) });
  }
  return { known, custom, further };
}

/** The attributes as they are stored. An emptied field takes its attribute away. @returns null while a further attribute is no JSON */
export function writeAttributes({ known, custom, further }: Attributes): JsonObject | null {
  const written: [string, Json][] = [];
  for (const [name, text] of Object.entries(known)) if (text !== '') written.push([name, text]);
  for (const [name, value] of Object.entries(custom)) if (value !== '' && !(Array.isArray(value) && value.length === 0)) written.push([name, value]);
  for (const { name, json } of further) {
    if (name.trim() === '' && json.trim() === '') continue;
    const value = readValue(json);
    if (value === undefined || furtherProblem({ name, json }) !== undefined) return null;
    written.push([name.trim(), value]);
  }
  return Object.fromEntries(written);
}

/** The value that the text means; undefined where it is no JSON. */
export function readValue(json: string): Json | undefined {
  try {
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}

/** Why an attribute cannot be stored as it is typed. */
export function furtherProblem({ name, json }: FurtherAttribute): { name?: string; json?: string } | undefined {
  if (name.trim() === '' && json.trim() === '') return undefined;
  if (name.trim() === '') return { name: 'A name, such as employeeNumber.' };
  if (ELSEWHERE.has(name.trim()) && name.trim() !== 'pushDevices') return { name: 'It has a field above.' };
  return readValue(json) === undefined ? { json: 'JSON, such as "text", 7, true or ["a"].' } : undefined;
}

const isDevices = (value: Json | undefined): boolean => Array.isArray(value) && value.every(isObject);

export function devicesOf(identity: JsonObject): JsonObject[] {
  const { pushDevices } = identity;
  return Array.isArray(pushDevices) && isDevices(pushDevices) ? (pushDevices as JsonObject[]) : [];
}

/** A push device as AM lists one at `users/{user}/devices/push`: the public part. */
export function newDevice(name: string, now: number): JsonObject {
  const id = crypto.randomUUID();
  return { _id: id, uuid: id, deviceName: name, createdDate: now, lastAccessDate: now };
}
