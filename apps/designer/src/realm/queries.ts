import {
  contentConflictOf,
  deletedSchema,
  emailTemplateSchema,
  type IdentityView,
  type ImportedIdentities,
  identityListSchema,
  identityViewSchema,
  importedIdentitiesSchema,
  listOf,
  type ManagedObjectView,
  managedObjectListSchema,
  managedObjectViewSchema,
  type SaveIdentity,
  secretViewSchema,
  servicesSchema,
  stubSchema,
  variableSchema,
} from '@tandem/api';
import type { JsonObject, RealmServices } from '@tandem/journey';
import { queryOptions } from '@tanstack/react-query';
import { ProblemError, realmPath, request } from '../app/index.ts';

export type IdentityKind = IdentityView['kind'];

export const identitiesQuery = (realm: string, kind: IdentityKind) =>
  queryOptions({
    queryKey: ['realm', realm, 'identities', kind],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/identities?kind=${kind}`, identityListSchema, { signal }),
  });

export function saveIdentity(realm: string, id: string, body: SaveIdentity): Promise<IdentityView> {
  return request(`${realmPath(realm)}/identities/${encodeURIComponent(id)}`, identityViewSchema, { method: 'PUT', body });
}

export function importIdentities(realm: string, format: 'json' | 'csv', text: string): Promise<ImportedIdentities> {
  return request(`${realmPath(realm)}/identities/import`, importedIdentitiesSchema, { method: 'POST', body: { format, text } });
}

export const objectsQuery = (realm: string) =>
  queryOptions({
    queryKey: ['realm', realm, 'objects'],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/objects`, managedObjectListSchema, { signal }),
  });

const objectPath = (realm: string, type: string, id: string) => `${realmPath(realm)}/objects/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;

export function saveObject(realm: string, type: string, id: string, body: JsonObject): Promise<ManagedObjectView> {
  return request(objectPath(realm, type, id), managedObjectViewSchema, { method: 'PUT', body });
}

export async function removeObject(realm: string, type: string, id: string): Promise<void> {
  await request(objectPath(realm, type, id), deletedSchema, { method: 'DELETE' });
}

export function importObjects(realm: string, type: string, format: 'json' | 'csv', text: string): Promise<ImportedIdentities> {
  return request(objectPath(realm, type, 'import'), importedIdentitiesSchema, { method: 'POST', body: { format, text } });
}

export const servicesQuery = (realm: string) =>
  queryOptions({
    queryKey: ['realm', realm, 'services'],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/services`, servicesSchema, { signal }),
  });

/** The body may be what the person typed where a number belongs: the server says what is wrong with it, at its field. */
export function saveServices(realm: string, body: unknown): Promise<RealmServices> {
  return request(`${realmPath(realm)}/services`, servicesSchema, { method: 'PUT', body });
}

/** What is listed, put and deleted alike. */
const CONTENTS = { variables: variableSchema, secrets: secretViewSchema, emailTemplates: emailTemplateSchema, stubs: stubSchema };
export type ContentKind = keyof typeof CONTENTS;
export type Content<K extends ContentKind> = ReturnType<(typeof CONTENTS)[K]['parse']>;
/** One as it was read, with its version. */
export interface Stored<K extends ContentKind> {
  content: Content<K>;
  version: number;
}

export const contentsQuery = <K extends ContentKind>(realm: string, kind: K) =>
  queryOptions({
    queryKey: ['realm', realm, kind],
    queryFn: async ({ signal }) => {
      const { items, versions } = await request(`${realmPath(realm)}/${kind}`, listOf(CONTENTS[kind]), { signal });
      return (items as Content<K>[]).map((content): Stored<K> => ({ content, version: versions[String(content._id)] ?? 0 }));
    },
  });

/** @param baseVersion version that it was read at, 0 for a new one */
export async function saveContent(realm: string, kind: ContentKind, id: string, baseVersion: number, body: unknown): Promise<void> {
  const path = `${realmPath(realm)}/${kind}/${encodeURIComponent(id)}?baseVersion=${baseVersion}`;
  await request<unknown>(path, CONTENTS[kind], { method: 'PUT', body });
}

/** The other side of a save that came too late; its content is null where it was deleted. */
export interface ContentConflict<K extends ContentKind> {
  current: Content<K> | null;
  version: number;
}

/** The other side, where a save failed for that reason. */
export function conflictIn<K extends ContentKind>(kind: K, failure: unknown): ContentConflict<K> | null {
  if (!(failure instanceof ProblemError) || failure.status !== 409) return null;
  const parsed = contentConflictOf(CONTENTS[kind]).safeParse(failure.body);
  return parsed.success ? (parsed.data as ContentConflict<K>) : null;
}

/** @param baseVersion version that was looked at (409 when somebody saved since); absent: whatever is there goes */
export async function remove(realm: string, kind: ContentKind | 'identities', id: string, baseVersion?: number): Promise<void> {
  const query = baseVersion === undefined ? '' : `?baseVersion=${baseVersion}`;
  await request(`${realmPath(realm)}/${kind}/${encodeURIComponent(id)}${query}`, deletedSchema, { method: 'DELETE' });
}
