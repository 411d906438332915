import { type Backup, backupListSchema, deletedSchema, restoreAnswerSchema } from '@tandem/api';
import { notFound } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { History } from '../storage/history.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { findRealm } from './find.ts';
import { planRestore, restoreBackup } from './restore.ts';

const PATH = '/realms/{realm}/backups';
const NOT_FOUND = { 404: { description: 'There is no such backup any more.' } };

/** Backups that imports, restores and deletions make of what they may change: journeys, nodes, scripts, templates and all else that a file can bring. */
export function backupsRoutes(realms: RealmStore, history: History): ApiRoute[] {
  const contentsOf = async (realm: string, id: string) => {
    const stored = findRealm(realms, realm);
    const contents = await history.backup(realm, id);
    if (contents === undefined) throw notFound(`The realm "${realm}" has no backup "${id}".`, { field: 'id', expected: 'one of its backups' });
    return { stored, contents };
  };
  return [
    jsonRoute({
      method: 'get',
      path: PATH,
      summary: 'The backups of a realm',
      description: 'The newest 50. Each is made in the transaction of the import, restore or deletion that it was made before.',
      tag: 'Backups',
      answer: { description: 'Newest first.', schema: backupListSchema },
      async handle({ params: { realm } }) {
        findRealm(realms, realm);
        const kept = await history.backups(realm);
        return { backups: kept.map(({ id, made_at, cause, note }) => ({ id, madeAt: made_at, cause: cause as Backup['cause'], note })) };
      },
    }),
    jsonRoute({
      method: 'get',
      path: `${PATH}/{id}`,
      summary: 'What restoring the backup would change',
      tag: 'Backups',
      answer: { description: 'Nothing was changed.', schema: restoreAnswerSchema },
      problems: NOT_FOUND,
      async handle({ params: { realm, id } }) {
        const { stored, contents } = await contentsOf(realm, id);
        return { ...planRestore(stored, contents).answer, backup: null };
      },
    }),
    jsonRoute({
      method: 'post',
      path: `${PATH}/{id}/restore`,
      summary: 'Restores the backup',
      description: 'One transaction. What was there is a backup itself, so a restore can be taken back.',
      tag: 'Backups',
      answer: { description: 'What was changed.', schema: restoreAnswerSchema },
      problems: NOT_FOUND,
      async handle({ params: { realm, id } }) {
        const { contents } = await contentsOf(realm, id);
        const madeAt = (await history.backups(realm)).find((backup) => backup.id === id)?.made_at ?? '';
        return restoreBackup(realms, realm, contents, madeAt);
      },
    }),
    jsonRoute({
      method: 'delete',
      path: `${PATH}/{id}`,
      summary: 'Deletes the backup',
      tag: 'Backups',
      answer: { description: 'Deleted.', schema: deletedSchema },
      problems: NOT_FOUND,
      async handle({ params: { realm, id } }) {
        findRealm(realms, realm);
        if (!(await history.deleteBackup(realm, id))) throw notFound(`The realm "${realm}" has no backup "${id}".`, { field: 'id' });
        return { id };
      },
    }),
  ];
}
