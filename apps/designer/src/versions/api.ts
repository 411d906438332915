import { journeyDocumentSchema, journeyVersionListSchema, namedVersionSchema } from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { journeyPath, request } from '../app/index.ts';

const versionsPath = (realm: string, id: string) => `${journeyPath(realm, id)}/versions`;

export const versionsQuery = (realm: string, id: string) =>
  queryOptions({
    queryKey: ['versions', realm, id],
    queryFn: async ({ signal }) => (await request(versionsPath(realm, id), journeyVersionListSchema, { signal })).versions,
    staleTime: 0,
  });

/** A version never changes: once read it stays. */
export const versionQuery = (realm: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['version', realm, id, version],
    queryFn: ({ signal }) => request(`${versionsPath(realm, id)}/${version}`, journeyDocumentSchema, { signal }),
  });

export async function nameVersion(realm: string, id: string, version: number, name: string | null): Promise<void> {
  await request(`${versionsPath(realm, id)}/${version}`, namedVersionSchema, { method: 'PUT', body: { name } });
}
