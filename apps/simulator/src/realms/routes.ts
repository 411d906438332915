import {
  conflictSchema,
  isDots,
  journeyDocumentSchema,
  journeyListSchema,
  problemCountsSchema,
  realmKnowledgeSchema,
  realmListSchema,
  realmResourcesSchema,
  savedJourneySchema,
  saveJourneySchema,
} from '@tandem/api';
import { issueSchema } from '@tandem/journey';
import * as z from 'zod';
import type { PlaceOf } from '../http/issues.ts';
import { badRequest } from '../http/problem.ts';
import { type ApiRoute, flag, jsonRoute } from '../http/route.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { documentOf, findRealm, missingJourney } from './find.ts';
import { lintKnowledgeOf, problemCountsOf } from './problems.ts';
import { planRemoval, referrersOf } from './remove.ts';
import { planSave } from './save.ts';
import { journeyListOf, resourcesOf } from './summary.ts';

/** Answer of a deletion: `referrers` are the nodes that now name a journey that is gone. */
const deletedJourneySchema = z.object({ id: z.string(), referrers: z.array(issueSchema) });

/** Realms and their journeys as documents. */
export function realmRoutes(realms: RealmStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/realms',
      summary: 'The realms',
      tag: 'Realms',
      answer: { description: 'By name.', schema: realmListSchema },
      handle: () => ({ realms: realms.names().map((name) => ({ name, journeys: Object.keys(realms.load(name)?.realm.journeys ?? {}).length })) }),
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/resources',
      summary: 'What pickers and the palette offer',
      tag: 'Realms',
      answer: { description: 'Names and ids.', schema: realmResourcesSchema },
      handle: ({ params }) => resourcesOf(findRealm(realms, params.realm)),
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/knowledge',
      summary: 'What rules about journeys look at',
      tag: 'Realms',
      answer: { description: 'Journeys, nodes, scripts, types and services; no identities, no secrets.', schema: realmKnowledgeSchema },
      handle: ({ params }) => lintKnowledgeOf(findRealm(realms, params.realm)),
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/problems',
      summary: 'How many problems each journey has',
      tag: 'Realms',
      answer: { description: 'By journey and severity.', schema: problemCountsSchema },
      handle: ({ params }) => problemCountsOf(findRealm(realms, params.realm)),
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/journeys',
      summary: 'The journeys, one line each',
      tag: 'Journeys',
      answer: { description: 'By name.', schema: journeyListSchema },
      handle: ({ params }) => journeyListOf(findRealm(realms, params.realm)),
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/journeys/{id}',
      summary: 'A journey with its nodes and scripts',
      tag: 'Journeys',
      answer: { description: 'The document.', schema: journeyDocumentSchema },
      problems: { 404: { description: 'There is no such journey.' } },
      handle({ params }) {
        const document = documentOf(findRealm(realms, params.realm), params.id);
        if (!document) throw missingJourney(params.realm, params.id);
        return document;
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/realms/{realm}/journeys/{id}',
      summary: 'Saves a journey',
      description:
        'The whole document. `baseVersion` is the version it was read at, 0 creates. A half-configured journey is accepted; one whose parts contradict each other is not.',
      tag: 'Journeys',
      body: saveJourneySchema,
      place: ({ id }) => placeInDocument(id),
      answer: { description: 'Saved.', schema: savedJourneySchema },
      problems: { 409: { description: 'Somebody saved in between; `current` is the document as it is now.', schema: conflictSchema } },
      async handle({ params: { realm, id }, body }) {
        findRealm(realms, realm);
        if (id === '__proto__' || isDots(id))
          throw badRequest({ journey: id, field: 'id', message: `A journey cannot be called "${id}".`, expected: 'another name' });
        const stored = await realms.apply(realm, (current) => planSave(current, id, body));
        const revision = stored.revision('journeys', id);
        if (!revision) throw missingJourney(realm, id);
        return { id, ...revision };
      },
    }),
    jsonRoute({
      method: 'delete',
      path: '/realms/{realm}/journeys/{id}',
      summary: 'Deletes a journey and the nodes that only it uses',
      tag: 'Journeys',
      query: z.object({ force: flag(false).describe('Delete it although other journeys name it.') }),
      answer: { description: 'Deleted.', schema: deletedJourneySchema },
      problems: { 404: { description: 'There is no such journey.' }, 409: { description: 'Nodes of other journeys name it; `errors` lists them.' } },
      async handle({ params: { realm, id }, query }) {
        let referrers = referrersOf(findRealm(realms, realm), id);
        await realms.apply(realm, (current) => {
          referrers = referrersOf(current, id);
          return planRemoval(current, id, query.force);
        });
        return { id, referrers };
      },
    }),
  ];
}

/** A path of a saved document as journey, node and field. */
function placeInDocument(journey: string): PlaceOf {
  return ([head, second, third, ...rest]) => {
    if (head === 'tree' && second === 'nodes' && third !== undefined) return { journey, node: third, field: rest.join('.') || 'tree.nodes' };
    if (head === 'nodes' && second !== undefined)
      return { journey, node: second, field: [third, ...rest].filter((part) => part !== undefined).join('.') || 'nodes' };
    const field = [head, second, third, ...rest].filter((part) => part !== undefined).join('.');
    return field === '' ? { journey } : { journey, field };
  };
}
