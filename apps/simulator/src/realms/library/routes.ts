import {
  askUsesSchema,
  changedJourneysSchema,
  conflictSchema,
  defaultJourneySchema,
  journeyChangeSchema,
  journeyUsesSchema,
  orphanKeysSchema,
  orphanNodesSchema,
  saveDetailsSchema,
  savedDetailsSchema,
} from '@tandem/api';
import { nodeKeysOf, usesOfJourneys } from '@tandem/journey';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { findRealm, knowledgeOf, missingJourney } from '../find.ts';
import { checkDefaultJourney } from '../services-routes.ts';
import { planJourneyChange } from './change.ts';
import { planDetails } from './details.ts';
import { orphansOf, planOrphanRemoval } from './orphans.ts';

/** What the library does with journeys as a whole: details and names, several at once, where they are used, which one is the default. */
export function libraryRoutes(realms: RealmStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'put',
      path: '/realms/{realm}/journeys/{id}/details',
      summary: 'Changes the details of a journey, its name included',
      description:
        'With another name, every node, script of a Configuration Provider and setting that named the journey names it anew, in the same change.',
      tag: 'Journeys',
      body: saveDetailsSchema,
      place:
        ({ id }) =>
        (path) => ({ journey: id, field: path.join('.') }),
      answer: { description: 'Saved.', schema: savedDetailsSchema },
      problems: {
        404: { description: 'There is no such journey.' },
        409: { description: 'Somebody saved in between; `current` is the document as it is now.', schema: conflictSchema },
      },
      async handle({ params: { realm, id }, body: { baseVersion, details } }) {
        findRealm(realms, realm);
        let plan: ReturnType<typeof planDetails> | undefined;
        const stored = await realms.apply(realm, (current) => {
          plan = planDetails(current, id, baseVersion, details);
          return plan.change;
        });
        const revision = stored.revision('journeys', details.name);
        if (!revision) throw missingJourney(realm, details.name);
        const { scripts = [], nodes = new Set<string>() } = plan ?? {};
        const journeys = Object.entries(stored.realm.journeys)
          .filter(([, journey]) => nodes.size > 0 && nodeKeysOf(stored.realm, journey).some((key) => nodes.has(key)))
          .map(([name]) => name)
          .sort();
        return { id: details.name, ...revision, rewritten: { journeys, scripts } };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/journey-changes',
      summary: 'Enables, disables, tags or deletes several journeys, all or none',
      description: 'Deleted journeys take the nodes along that only they use; what still refers to them is left as it is.',
      tag: 'Journeys',
      body: journeyChangeSchema,
      answer: { description: 'The journeys that were other than that before.', schema: changedJourneysSchema },
      problems: { 404: { description: 'There is no such journey.' }, 409: { description: 'Somebody changed one to be deleted in between.' } },
      async handle({ params: { realm }, body }) {
        let before = findRealm(realms, realm);
        const stored = await realms.apply(realm, (current) => {
          before = current;
          return planJourneyChange(current, body);
        });
        const isChanged = (id: string) => before.revision('journeys', id)?.version !== stored.revision('journeys', id)?.version;
        return { changed: [...new Set(body.ids)].filter(isChanged) };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/journey-uses',
      summary: 'What refers to some journeys',
      tag: 'Journeys',
      body: askUsesSchema,
      answer: { description: 'Nodes, scripts of Configuration Providers, and the default journey.', schema: journeyUsesSchema },
      handle({ params, body }) {
        const stored = findRealm(realms, params.realm);
        return { uses: usesOfJourneys(stored.realm, new Set(body.ids), knowledgeOf(stored)) };
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/realms/{realm}/default-journey',
      summary: 'Says which journey runs when a request names none',
      tag: 'Journeys',
      body: defaultJourneySchema,
      answer: { description: 'As it is now.', schema: defaultJourneySchema },
      async handle({ params: { realm }, body: { journey } }) {
        findRealm(realms, realm);
        const stored = await realms.apply(realm, (current) => {
          const { defaultJourney: _, ...others } = current.realm.services;
          const services = journey === null ? others : { ...others, defaultJourney: journey };
          checkDefaultJourney(current.realm, services);
          return { services };
        });
        return { journey: stored.realm.services.defaultJourney ?? null };
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/orphaned-nodes',
      summary: 'Nodes of the realm that no journey places',
      tag: 'Journeys',
      answer: { description: 'By type and id, as they are kept.', schema: orphanNodesSchema },
      handle: ({ params }) => ({ nodes: orphansOf(findRealm(realms, params.realm)) }),
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/orphaned-nodes/delete',
      summary: 'Deletes nodes that no journey places, all or none',
      tag: 'Journeys',
      body: orphanKeysSchema,
      answer: { description: 'Deleted.', schema: orphanKeysSchema },
      problems: { 404: { description: 'One of them is none.' } },
      async handle({ params: { realm }, body }) {
        findRealm(realms, realm);
        await realms.apply(realm, (current) => planOrphanRemoval(current, body.keys));
        return body;
      },
    }),
  ];
}
