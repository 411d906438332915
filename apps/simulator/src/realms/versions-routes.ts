import { type JourneyVersion, journeyDocumentSchema, journeyVersionListSchema, namedVersionSchema, nameVersionSchema } from '@tandem/api';
import { notFound } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { History } from '../storage/history.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { documentOf, findRealm } from './find.ts';

const PATH = '/realms/{realm}/journeys/{id}/versions';

/** Earlier versions of journeys. A version is reverted to by saving its document again. */
export function versionsRoutes(realms: RealmStore, history: History): ApiRoute[] {
  const missing = (journey: string, version: string) =>
    notFound(`The journey "${journey}" has no version ${version} any more.`, { journey, field: 'version', expected: 'one of its versions' });
  /** The journey as it is now: a journey that was never changed has no version in the history yet. */
  const presentOf = (realm: string, id: string) => {
    const stored = findRealm(realms, realm);
    const document = documentOf(stored, id);
    return document && { document, savedAt: stored.revision('journeys', id)?.modifiedAt ?? '' };
  };
  return [
    jsonRoute({
      method: 'get',
      path: PATH,
      summary: 'The versions of a journey',
      description: 'The newest 200 and all that have a name.',
      tag: 'Versions',
      answer: { description: 'Newest first, the present one included.', schema: journeyVersionListSchema },
      async handle({ params: { realm, id } }) {
        const present = presentOf(realm, id);
        const kept = (await history.versions(realm, id)).map(({ version, saved_at, name, cause, changes }) => ({
          version,
          savedAt: saved_at,
          name,
          cause: cause as JourneyVersion['cause'],
          changes: changes === null ? null : (JSON.parse(changes) as JourneyVersion['changes']),
          current: version === present?.document.version,
        }));
        if (present === undefined || kept.some(({ current }) => current)) return { versions: kept };
        const { document, savedAt } = present;
        return { versions: [{ version: document.version, savedAt, name: null, cause: 'start' as const, changes: null, current: true }, ...kept] };
      },
    }),
    jsonRoute({
      method: 'get',
      path: `${PATH}/{version}`,
      summary: 'A journey as it was',
      tag: 'Versions',
      answer: { description: 'The document.', schema: journeyDocumentSchema },
      problems: { 404: { description: 'There is no such version any more.' } },
      async handle({ params: { realm, id, version } }) {
        const present = presentOf(realm, id)?.document;
        if (String(present?.version) === version && present) return present;
        const document = /^\d{1,15}$/.test(version) ? await history.version(realm, id, Number(version)) : undefined;
        if (document === undefined) throw missing(id, version);
        // It may have been kept under another name.
        return { id, version: Number(version), tree: { ...document.tree, _id: id }, nodes: { ...document.nodes }, scripts: { ...document.scripts } };
      },
    }),
    jsonRoute({
      method: 'put',
      path: `${PATH}/{version}`,
      summary: 'Names a version',
      description: 'A version with a name is kept for good.',
      tag: 'Versions',
      body: nameVersionSchema,
      answer: { description: 'Its name now.', schema: namedVersionSchema },
      problems: { 404: { description: 'There is no such version any more.' } },
      async handle({ params: { realm, id, version }, body: { name } }) {
        const present = presentOf(realm, id);
        const isPresent = String(present?.document.version) === version;
        const number = /^\d{1,15}$/.test(version) ? Number(version) : -1;
        if (!(await history.nameVersion(realm, id, number, name, isPresent ? present : undefined))) throw missing(id, version);
        return { version: number, name };
      },
    }),
  ];
}
