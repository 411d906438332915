import { backupListSchema, deletedSchema, type RestoreAnswer, restoreAnswerSchema } from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { realmPath, request } from '../../app/index.ts';

const backupPath = (realm: string, id: string) => `${realmPath(realm)}/backups/${encodeURIComponent(id)}`;

export const backupsQuery = (realm: string) =>
  queryOptions({
    queryKey: ['realm', realm, 'backups'],
    queryFn: async ({ signal }) => (await request(`${realmPath(realm)}/backups`, backupListSchema, { signal })).backups,
    staleTime: 0,
  });

/** What restoring it would change. */
export const backupQuery = (realm: string, id: string) =>
  queryOptions({
    queryKey: ['realm', realm, 'backups', id],
    queryFn: ({ signal }) => request(backupPath(realm, id), restoreAnswerSchema, { signal }),
    staleTime: 0,
    gcTime: 0,
  });

export function restoreBackup(realm: string, id: string): Promise<RestoreAnswer> {
  return request(`${backupPath(realm, id)}/restore`, restoreAnswerSchema, { method: 'POST', body: {} });
}

export async function removeBackup(realm: string, id: string): Promise<void> {
  await request(backupPath(realm, id), deletedSchema, { method: 'DELETE' });
}
