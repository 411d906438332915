import { deletedSchema, savedScriptSchema, scriptListSchema } from '@tandem/api';
import type { Script } from '@tandem/journey';
import { queryOptions } from '@tanstack/react-query';
import { realmPath, request } from '../../app/index.ts';

export const scriptsQuery = (realm: string) =>
  queryOptions({
    queryKey: ['realm', realm, 'scripts'],
    queryFn: async ({ signal }) => (await request(`${realmPath(realm)}/scripts`, scriptListSchema, { signal })).scripts,
  });

const pathOf = (realm: string, id: string) => `${realmPath(realm)}/scripts/${encodeURIComponent(id)}`;

/** `rewritten` says what required it by its old name. @throws ProblemError 409 when somebody else saved since that version */
export function saveScript(realm: string, baseVersion: number, script: Script) {
  return request(pathOf(realm, script._id), savedScriptSchema, { method: 'PUT', body: { baseVersion, script } });
}

/** @param baseVersion as `remove` has it. @throws ProblemError 409 also while something uses it */
export async function removeScript(realm: string, id: string, baseVersion?: number): Promise<void> {
  await request(`${pathOf(realm, id)}${baseVersion === undefined ? '' : `?baseVersion=${baseVersion}`}`, deletedSchema, { method: 'DELETE' });
}
