import {
  customNodeConflictSchema,
  customNodeIdsSchema,
  customNodeListSchema,
  customNodeRecordSchema,
  instanceEffectsSchema,
  proposeCustomNodeSchema,
  saveCustomNodeSchema,
  savedCustomNodeSchema,
} from '@tandem/api';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import { findRealm } from '../realms/find.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { checkId, effectsOf, missingType, planRemoval, planSave, type SavePlan } from './plan.ts';
import { recordOf, recordsOf } from './records.ts';

const tag = 'Custom nodes';

/** The custom node types of a realm, each with the nodes of it. */
export function customNodeRoutes(realms: RealmStore): ApiRoute[] {
  const path = '/realms/{realm}/custom-nodes/{id}' as const;
  return [
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/custom-nodes',
      summary: 'Every custom node type, with the nodes of it',
      tag,
      answer: { description: 'By name.', schema: customNodeListSchema },
      handle: ({ params }) => ({ customNodes: recordsOf(findRealm(realms, params.realm)) }),
    }),
    jsonRoute({
      method: 'get',
      path,
      summary: 'A custom node type',
      tag,
      answer: { description: 'As it is now.', schema: customNodeRecordSchema },
      problems: { 404: { description: 'There is no such type.' } },
      handle({ params: { realm, id } }) {
        const record = recordOf(findRealm(realms, realm), id);
        if (!record) throw missingType(realm, id);
        return record;
      },
    }),
    jsonRoute({
      method: 'put',
      path,
      summary: 'Creates or changes a custom node type',
      description:
        '`baseVersion` is the version it was read at, 0 creates. With `instances=replace` the nodes of the type change with it in all journeys, in one transaction: connections and values that still fit are kept.',
      tag,
      body: saveCustomNodeSchema,
      answer: { description: 'As it is now, with what was done to nodes.', schema: savedCustomNodeSchema },
      problems: { 409: { description: 'Somebody saved in between; `current` is the type as it is now.', schema: customNodeConflictSchema } },
      async handle({ params: { realm, id }, body }) {
        findRealm(realms, realm);
        checkId(id);
        let plan: SavePlan | undefined;
        const stored = await realms.apply(realm, (current) => {
          plan = planSave(current, id, body);
          return plan.change;
        });
        const record = recordOf(stored, id);
        if (!record) throw missingType(realm, id);
        return { ...record, effects: plan?.effects ?? [] };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/custom-nodes/{id}/effects',
      summary: 'What changing a custom node type would do to the nodes of it',
      tag,
      body: proposeCustomNodeSchema,
      answer: { description: 'Nodes on which it shows, by journey.', schema: instanceEffectsSchema },
      problems: { 404: { description: 'There is no such type.' } },
      handle: ({ params: { realm, id }, body }) => ({ effects: effectsOf(findRealm(realms, realm), id, body.nodeType, body.renamed) }),
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/custom-nodes/delete',
      summary: 'Deletes custom node types that no journey uses, all or none',
      tag,
      body: customNodeIdsSchema,
      answer: { description: 'Deleted.', schema: customNodeIdsSchema },
      problems: { 404: { description: 'There is no such type.' }, 409: { description: 'Journeys use one of them; `errors` lists the nodes.' } },
      async handle({ params: { realm }, body: { ids } }) {
        findRealm(realms, realm);
        await realms.apply(realm, (current) => planRemoval(current, ids));
        return { ids };
      },
    }),
  ];
}
