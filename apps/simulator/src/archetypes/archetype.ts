import { randomUUID } from 'node:crypto';
import type { CustomNodeType, Json, JsonObject, Script } from '@tandem/journey';
import type { JourneySpec } from '../first-run/journeyBuilder.ts';

/** What an archetype is made of, besides what the realm has already. */
export interface Parts {
  journeys: readonly JourneySpec[];
  scripts?: readonly Script[];
  /** Custom node types; one of the same service that the realm has is taken instead. */
  nodeTypes?: readonly CustomNodeType[];
  /** Email templates by name; one of the same name that the realm has is taken instead. */
  emailTemplates?: Readonly<Record<string, JsonObject>>;
}

/** A kind of journey to start with. It asks for nothing but names; everything else can be changed afterwards. */
export interface Archetype<Name extends string = string> {
  id: string;
  title: string;
  help: string;
  /** The journeys that it makes, the one to open first. */
  names: readonly { key: Name; label: string; initial: string }[];
  /** @param realm name of the realm that it is made for */
  build(names: Readonly<Record<Name, string>>, realm: string): Parts;
}

/** New ids by the names that a spec calls its nodes. */
export function newIds<Key extends string>(...keys: Key[]): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, randomUUID()])) as Record<Key, string>;
}

/** The same with other texts wherever a whole text (or a key) is one of those given. */
export function withTexts<T>(value: T, texts: ReadonlyMap<string, string>): T {
  const next = (part: Json): Json => {
    if (typeof part === 'string') return texts.get(part) ?? part;
    if (Array.isArray(part)) return part.map(next);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [texts.get(key) ?? key, next(entry)]));
  };
  return next(value as Json) as T;
}

/** New ids for everything in these specs that has one: nodes, nodes of pages, notes. */
export function freshIds(specs: readonly JourneySpec[]): Map<string, string> {
  const ids = specs.flatMap(({ nodes, notes = [] }) => [
    ...nodes.flatMap(({ id, children = [] }) => [id, ...children.map((child) => child.id)]),
    ...notes.map(({ id }) => id),
  ]);
  return new Map(ids.map((id) => [id, randomUUID() as string]));
}
