import type { ParsedExport } from '../formats/parsed.ts';
import { nodesOf } from '../graph/nodes.ts';
import { deepEqual } from '../json/equal.ts';
import { isObject, own } from '../json/own.ts';
import type { Realm, ResourceKind } from '../model.ts';
import { nodeKey } from '../model.ts';
import { collectResources } from './collect.ts';
import { sameMeaning } from './plan.ts';

/** A thing that files bring and a person decides about: nodes go with their journeys. */
export interface ImportItem {
  kind: ResourceKind;
  id: string;
  name?: string;
  /** `new`: the realm lacks it. `differs`: the realm has it with other content. */
  status: 'new' | 'same' | 'differs';
  /** Journeys of the files that bring it. */
  journeys: string[];
  /** Of a journey: other journeys of the realm whose nodes it would change, since they share ids. */
  shares?: string[];
}

/** Kinds that can come under another name, because every reference to them is known. */
export const RENAMABLE: readonly ResourceKind[] = ['journeys', 'scripts', 'emailTemplates', 'nodeTypes'];

/** Everything that files bring, compared with the realm: journeys first. */
export function itemsOf(realm: Realm, parsed: ParsedExport): ImportItem[] {
  const { incoming } = collectResources(parsed);
  const changedNodes = new Set<string>();
  for (const { kind, key, value } of incoming) {
    const existing = kind === 'nodes' ? own(realm.nodes, key) : undefined;
    if (existing !== undefined && !deepEqual(existing, value)) changedNodes.add(key);
  }
  const users = usersOf(realm, changedNodes);
  const journeys = parsed.journeys.map(({ name, tree, nodes, innerNodes }): ImportItem => {
    const existing = own(realm.journeys, name);
    const changed = [...Object.values(nodes), ...Object.values(innerNodes)]
      .map(({ _type, _id }) => nodeKey(_type._id, _id))
      .filter((key) => changedNodes.has(key));
    const shares = [...new Set(changed.flatMap((key) => users.get(key) ?? []))].filter((other) => other !== name);
    const differs = shares.length > 0 || (existing !== undefined && (changed.length > 0 || !deepEqual(existing.tree, tree)));
    const status = differs ? 'differs' : existing === undefined ? 'new' : 'same';
    return { kind: 'journeys', id: name, status, journeys: [name], ...(shares.length > 0 ? { shares } : {}) };
  });
  const others = incoming.flatMap(({ kind, key, value, journeys: from }): ImportItem[] => {
    if (kind === 'nodes') return [];
    const existing = own(realm[kind] as Record<string, unknown>, key);
    const status = existing === undefined ? 'new' : sameMeaning(kind, existing, value) ? 'same' : 'differs';
    const name = isObject(value) ? (value.displayName ?? value.name) : undefined;
    return [{ kind, id: key, ...(typeof name === 'string' ? { name } : {}), status, journeys: from }];
  });
  return [...journeys, ...others];
}

/** Journeys of the realm that use these nodes. */
function usersOf(realm: Realm, keys: ReadonlySet<string>): Map<string, string[]> {
  const users = new Map<string, string[]>();
  if (keys.size === 0) return users;
  for (const [name, { tree }] of Object.entries(realm.journeys))
    for (const { type, id } of nodesOf(realm, tree)) {
      const key = nodeKey(type, id);
      if (keys.has(key)) users.set(key, [...(users.get(key) ?? []), name]);
    }
  return users;
}
