import { deepEqual, type ImportPlan, own, type Realm } from '@tandem/journey';
import { type InstanceEffect, replaceInPlace } from '@tandem/nodes';
import type { Put } from '../storage/realm-change.ts';

/** What a custom node type of the files does to nodes of it that the realm has. */
export interface TypeEffects {
  id: string;
  name: string;
  effects: InstanceEffect[];
}

/**
 * Nodes of custom node types that an import replaces, replaced in place as the node designer does it. Journeys that the files bring are left as
 * the files have them: their nodes come with the type.
 *
 * @param plan of this realm
 * @param brought journeys of the files
 */
export function replaceTypes(realm: Realm, plan: ImportPlan, brought: readonly string[]): { puts: Put[]; types: TypeEffects[] } {
  const kept = new Set(plan.kept.flatMap(({ kind, id }) => (kind === 'journeys' ? [id] : [])));
  const theirs = new Set(brought.filter((name) => !kept.has(name)));
  let after = withoutJourneys(afterPlan(realm, plan), theirs);
  const written = new Set(plan.puts.map(({ kind, key }) => `${kind} ${key}`));
  const puts: Put[] = [];
  const types: TypeEffects[] = [];
  for (const { kind, id } of plan.replaced) {
    const [before, now] = kind === 'nodeTypes' ? [own(realm.nodeTypes, id), own(after.nodeTypes, id)] : [];
    if (!before || !now) continue;
    const { effects, nodes, trees } = replaceInPlace({ ...after, nodeTypes: { ...after.nodeTypes, [id]: before } }, before, now);
    if (effects.length > 0) types.push({ id, name: now.displayName, effects });
    const changed = Object.entries(nodes).filter(([key]) => !written.has(`nodes ${key}`));
    puts.push(...changed.map(([key, body]): Put => ({ kind: 'nodes', key, body })));
    const journeys = Object.fromEntries(Object.entries(trees).map(([name, tree]) => [name, { ...own(after.journeys, name), tree }]));
    puts.push(...Object.entries(journeys).map(([key, body]): Put => ({ kind: 'journeys', key, body })));
    after = { ...after, nodes: { ...after.nodes, ...Object.fromEntries(changed) }, journeys: { ...after.journeys, ...journeys } };
  }
  return { puts: puts.filter((put) => !deepEqual(own(realm[put.kind] as Record<string, unknown>, put.key), put.body)), types };
}

function afterPlan(realm: Realm, plan: ImportPlan): Realm {
  const after = { ...realm, journeys: { ...realm.journeys }, nodes: { ...realm.nodes }, nodeTypes: { ...realm.nodeTypes } };
  for (const { kind, key, value } of plan.puts)
    if (kind === 'journeys' || kind === 'nodes' || kind === 'nodeTypes') (after[kind] as Record<string, unknown>)[key] = value;
  return after;
}

function withoutJourneys(realm: Realm, names: ReadonlySet<string>): Realm {
  return { ...realm, journeys: Object.fromEntries(Object.entries(realm.journeys).filter(([name]) => !names.has(name))) };
}
