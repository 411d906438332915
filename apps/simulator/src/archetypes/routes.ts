import { archetypeListSchema, useArchetypeSchema, usedArchetypeSchema } from '@tandem/api';
import { own, type Realm } from '@tandem/journey';
import { badRequest, notFound } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import { findRealm } from '../realms/find.ts';
import type { RealmChange } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { additionsOf, changeOf } from './add.ts';
import type { Archetype } from './archetype.ts';
import { archetypes } from './index.ts';

/** Archetypes: what there is, and journeys made of one. */
export function archetypeRoutes(realms: RealmStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/archetypes',
      summary: 'Kinds of journey to start with',
      tag: 'Journeys',
      answer: { description: 'With the names that each asks for.', schema: archetypeListSchema },
      handle: () => ({ archetypes: archetypes.map(({ id, title, help, names }) => ({ id, title, help, names: [...names] })) }),
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/archetypes/{id}',
      summary: 'Makes the journeys of an archetype',
      description: 'Together with their nodes, scripts and what the realm lacks of custom node types and email templates. Nothing is replaced.',
      tag: 'Journeys',
      body: useArchetypeSchema,
      answer: { status: 201, description: 'What was made.', schema: usedArchetypeSchema },
      problems: { 404: { description: 'There is no such archetype.' } },
      async handle({ params: { realm, id }, body: { names } }) {
        findRealm(realms, realm);
        const archetype = archetypes.find((candidate) => candidate.id === id);
        if (!archetype) throw notFound(`There is no archetype "${id}".`, { expected: archetypes.map((known) => known.id).join(' or ') });
        let added: Realm | undefined;
        await realms.apply(realm, (current): RealmChange => {
          checkNames(archetype, names, current.realm);
          added = additionsOf(archetype, names, current.realm);
          return changeOf(added);
        });
        return {
          journeys: archetype.names.map(({ key }) => names[key] as string),
          scripts: Object.values(added?.scripts ?? {}).map(({ name }) => name),
          nodeTypes: Object.values(added?.nodeTypes ?? {}).map(({ displayName }) => displayName),
          emailTemplates: Object.keys(added?.emailTemplates ?? {}),
        };
      },
    }),
  ];
}

/** Every name is asked for, free, and given once. */
function checkNames({ names: asked }: Archetype, names: Readonly<Record<string, string>>, realm: Realm): void {
  const seen = new Set<string>();
  for (const { key, label } of asked) {
    const field = `names.${key}`;
    const name = own(names, key);
    if (name === undefined) throw badRequest({ field, message: `${label} is missing.`, expected: 'a name' });
    if (name === '__proto__' || own(realm.journeys, name) !== undefined)
      throw badRequest({ journey: name, field, message: `The realm has a journey "${name}" already.`, expected: 'another name' });
    if (seen.has(name)) throw badRequest({ journey: name, field, message: 'Two journeys cannot have one name.', expected: 'another name' });
    seen.add(name);
  }
}
