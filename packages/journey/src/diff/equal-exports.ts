import { deepEqual } from '../json/equal.ts';
import { isObject, own } from '../json/own.ts';
import type { Json, Script } from '../model.ts';
import { scriptBody } from '../script/body.ts';

/** One place where two exports differ; `before` or `after` is undefined where the place exists on one side only. */
export interface Difference {
  /** undefined for custom node types outside of journeys. */
  journey?: string;
  /** Dotted path below the journey, e.g. `nodes.<id>.script`. */
  place: string;
  before: Json | undefined;
  after: Json | undefined;
}

const CONTAINERS = [
  'tree',
  'nodes',
  'innerNodes',
  'scripts',
  'emailTemplates',
  'themes',
  'socialIdentityProviders',
  'saml2Entities',
  'circlesOfTrust',
  'nodeTypes',
] as const;

/**
 * Compares two exports of any journey or custom node format: per journey every container deep-equal, absent keys included. Sources are compared
 * decoded, an empty container equals an absent one, `meta` and key order do not count. This is Tandem's definition of "the export is the import".
 *
 * @returns nothing when they are equal, else every smallest differing place, lists as a whole
 */
export function equalExports(before: Json, after: Json): Difference[] {
  const [left, right] = [journeysOf(before), journeysOf(after)];
  const journeys = new Set([...Object.keys(left), ...Object.keys(right)]);
  const differences = [...journeys].flatMap((journey) => {
    const [a, b] = [own(left, journey), own(right, journey)];
    if (a === undefined || b === undefined) return [{ journey, place: '', before: a as Json | undefined, after: b as Json | undefined }];
    return CONTAINERS.flatMap((name) => compare(container(a, name), container(b, name), name).map((difference) => ({ journey, ...difference })));
  });
  const [types, others] = [looseTypes(before), looseTypes(after)];
  return [...differences, ...compare(types, others, 'nodeTypes')];
}

type Entry = Record<string, unknown>;

function journeysOf(value: Json): Record<string, Entry> {
  if (!isObject(value)) return {};
  if (isObject(value.trees)) return value.trees as Record<string, Entry>;
  const name = isObject(value.tree) ? value.tree._id : undefined;
  return typeof name === 'string' ? { [name]: value } : {};
}

function looseTypes(value: Json): unknown {
  return isObject(value) && value.tree === undefined ? container(value, 'nodeTypes') : undefined;
}

function container(entry: Entry, name: string): unknown {
  const value = name === 'innerNodes' ? (entry.innerNodes ?? entry.innernodes) : entry[name];
  if ((isObject(value) || Array.isArray(value)) && Object.keys(value).length === 0) return undefined;
  if (!isObject(value)) return value;
  if (name === 'scripts') return decoded(value, (script) => scriptBody({ script } as Script));
  if (name === 'nodeTypes') return decoded(value, (script) => (Array.isArray(script) ? script.join('\n') : script));
  return value;
}

function decoded(entries: Entry, decode: (script: Script['script']) => unknown): Entry {
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [
      id,
      isObject(entry) && entry.script !== undefined ? { ...entry, script: decode(entry.script as Script['script']) } : entry,
    ]),
  );
}

function compare(before: unknown, after: unknown, place: string): Difference[] {
  if (deepEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ place, before: before as Json | undefined, after: after as Json | undefined }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => compare(own(before, key), own(after, key), `${place}.${key}`));
}
