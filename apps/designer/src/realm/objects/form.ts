import type { ManagedObjectView } from '@tandem/api';
import type { Json, JsonObject } from '@tandem/journey';
import { type FurtherAttribute, readValue } from '../people/attributes.ts';

/** Attributes that IDM's own types have as texts; all others are JSON. */
const TEXTS = ['name', 'description'] as const;

export interface ObjectForm {
  type: string;
  texts: Record<string, string>;
  further: readonly FurtherAttribute[];
}

export function formOf(managed: ManagedObjectView | null, type: string): ObjectForm {
  const texts: Record<string, string> = {};
  const further: FurtherAttribute[] = [];
  for (const [name, value] of Object.entries(managed?.object ?? {})) {
    if (name === '_id') continue;
    if (isText(name) && typeof value === 'string') texts[name] = value;
    else further.push({ name, json: JSON.stringify(value) });
  }
  return { type: managed?.type ?? type, texts, further };
}

/** The body of the request; null while something typed cannot be stored. An emptied field takes its attribute away. */
export function bodyOf({ texts, further }: ObjectForm): JsonObject | null {
  const written: [string, Json][] = TEXTS.flatMap((name): [string, Json][] => (texts[name] ? [[name, texts[name]]] : []));
  for (const attribute of further) {
    const name = attribute.name.trim();
    if (name === '' && attribute.json.trim() === '') continue;
    const value = readValue(attribute.json);
    if (value === undefined || attributeProblem(attribute) !== undefined) return null;
    written.push([name, value]);
  }
  return Object.fromEntries(written);
}

/** Why an attribute cannot be stored as it is typed. */
export function attributeProblem({ name, json }: FurtherAttribute): { name?: string; json?: string } | undefined {
  if (name.trim() === '' && json.trim() === '') return undefined;
  if (name.trim() === '') return { name: 'A name, such as members.' };
  if (name.trim() === '_id') return { name: 'The id is given when the object is created.' };
  const value = readValue(json);
  if (value === undefined) return { json: 'JSON, such as "text", 7, true or ["a"].' };
  return isText(name.trim()) && typeof value === 'string' ? { name: 'It has a field above.' } : undefined;
}

/** What an object is called in a list. */
export function nameOf({ object }: ManagedObjectView): string {
  return typeof object.name === 'string' && object.name !== '' ? object.name : object._id;
}

function isText(name: string): boolean {
  return (TEXTS as readonly string[]).includes(name);
}
