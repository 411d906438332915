import {
  contentQuerySchema,
  deletedSchema,
  savedScriptSchema,
  saveScriptSchema,
  scriptConflictSchema,
  scriptListSchema,
  scriptRecordSchema,
} from '@tandem/api';
import { badRequest } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import { findRealm } from '../realms/find.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { missingScript, planRemoval, planSave } from './plan.ts';
import { recordOf, recordsOf } from './records.ts';

const tag = 'Scripts';

/** The scripts of a realm, each with what uses it. */
export function scriptRoutes(realms: RealmStore): ApiRoute[] {
  const path = '/realms/{realm}/scripts/{id}' as const;
  return [
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/scripts',
      summary: 'Every script, with what uses it',
      tag,
      answer: { description: 'By name.', schema: scriptListSchema },
      handle: ({ params }) => ({ scripts: recordsOf(findRealm(realms, params.realm)) }),
    }),
    jsonRoute({
      method: 'get',
      path,
      summary: 'A script',
      tag,
      answer: { description: 'As it is now.', schema: scriptRecordSchema },
      problems: { 404: { description: 'There is no such script.' } },
      handle({ params: { realm, id } }) {
        const record = recordOf(findRealm(realms, realm), id);
        if (!record) throw missingScript(realm, id);
        return record;
      },
    }),
    jsonRoute({
      method: 'put',
      path,
      summary: 'Creates or changes a script',
      description:
        '`baseVersion` is the version it was read at, 0 creates. A library with another name is required by that name in every script and custom node that required it, in the same transaction.',
      tag,
      body: saveScriptSchema,
      answer: { description: 'As it is now, with what was rewritten to its new name.', schema: savedScriptSchema },
      problems: { 409: { description: 'Somebody saved in between; `current` is the script as it is now.', schema: scriptConflictSchema } },
      async handle({ params: { realm, id }, body }) {
        findRealm(realms, realm);
        if (id === '__proto__') throw badRequest({ field: 'id', message: 'A script cannot have this id.', expected: 'a UUID' });
        let plan: ReturnType<typeof planSave> | undefined;
        const stored = await realms.apply(realm, (current) => {
          plan = planSave(current, id, body);
          return plan.change;
        });
        const record = recordOf(stored, id);
        if (!record) throw missingScript(realm, id);
        const { scripts = [], nodeTypes = [] } = plan?.requirers ?? {};
        return { ...record, rewritten: { scripts: scripts.map(({ name }) => name), nodeTypes: nodeTypes.map(({ displayName }) => displayName) } };
      },
    }),
    jsonRoute({
      method: 'delete',
      path,
      summary: 'Deletes a script that nothing uses',
      description: 'Without `baseVersion` it deletes whatever is there.',
      tag,
      query: contentQuerySchema,
      answer: { description: 'Deleted.', schema: deletedSchema },
      problems: {
        404: { description: 'There is no such script.' },
        409: { description: 'Nodes or scripts use it, and `errors` lists them; or somebody saved in between, and `current` is it as it is now.' },
      },
      async handle({ params: { realm, id }, query: { baseVersion } }) {
        findRealm(realms, realm);
        await realms.apply(realm, (current) => planRemoval(current, id, baseVersion));
        return { id };
      },
    }),
  ];
}
