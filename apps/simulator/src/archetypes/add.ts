import { customTypeId, emptyRealm, findCustomType, own, type Realm } from '@tandem/journey';
import { addJourney } from '../first-run/journeyBuilder.ts';
import type { Put, RealmChange } from '../storage/realm-change.ts';
import type { Archetype } from './archetype.ts';

/**
 * What an archetype adds to a realm: its journeys with their nodes and scripts, and of custom node types and email templates those that the realm
 * lacks. Nothing that the realm has is replaced.
 */
export function additionsOf(archetype: Archetype, names: Readonly<Record<string, string>>, realm: Realm): Realm {
  const parts = archetype.build(names, realm.name);
  const added = emptyRealm(realm.name);
  const types = (parts.nodeTypes ?? []).filter((type) => findCustomType(realm, customTypeId(type)) === undefined);
  // The builder asks the realm for the types of the nodes that it makes.
  added.nodeTypes = { ...realm.nodeTypes, ...Object.fromEntries(types.map((type) => [type._id, type])) };
  for (const journey of parts.journeys) addJourney(added, journey);
  added.nodeTypes = Object.fromEntries(types.map((type) => [type._id, type]));
  for (const script of parts.scripts ?? []) added.scripts[script._id] = script;
  for (const [name, template] of Object.entries(parts.emailTemplates ?? {}))
    if (own(realm.emailTemplates, name) === undefined) added.emailTemplates[name] = template;
  return structuredClone(added);
}

/** The additions as one change; it fails when somebody made one of the journeys in between. */
export function changeOf(added: Realm): RealmChange {
  const puts = (['nodeTypes', 'emailTemplates', 'scripts', 'nodes'] as const).flatMap((kind) =>
    Object.entries(added[kind]).map(([key, body]) => ({ kind, key, body }) as Put),
  );
  const journeys = Object.entries(added.journeys).map(([key, body]): Put => ({ kind: 'journeys', key, body, expected: 0 }));
  return { puts: [...puts, ...journeys] };
}
