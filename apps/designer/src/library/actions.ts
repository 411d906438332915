import {
  type ArchetypeView,
  archetypeListSchema,
  changedJourneysSchema,
  defaultJourneySchema,
  type JourneyChange,
  type JourneyDetailsBody,
  type JourneyUseAnswer,
  journeyDocumentSchema,
  journeyUsesSchema,
  type OrphanNode,
  orphanKeysSchema,
  orphanNodesSchema,
  savedDetailsSchema,
  savedJourneySchema,
  usedArchetypeSchema,
} from '@tandem/api';
import { duplicateJourney as copyOf, type JourneyDocument, type Tree } from '@tandem/journey';
import { journeyPath, realmPath, request } from '../app/index.ts';
import { spellingProblem } from '../app/spelling.ts';

/** A journey without nodes; the ends stand where AM puts them. */
function blankTree(id: string, realm: string): Tree {
  return {
    _id: id,
    enabled: true,
    identityResource: `managed/${realm}_user`,
    innerTreeOnly: false,
    mustRun: false,
    noSession: false,
    transactionalOnly: false,
    nodes: {},
    staticNodes: {
      startNode: { x: 60, y: 240 },
      '70e691a5-1e33-4ac3-a356-e7b6d60d92e0': { x: 900, y: 160 },
      'e301438c-0bd0-429c-ab0c-66126501069a': { x: 900, y: 320 },
    },
    uiConfig: { categories: '[]' },
  };
}

async function create(realm: string, id: string, document: JourneyDocument): Promise<void> {
  await request(journeyPath(realm, id), savedJourneySchema, { method: 'PUT', body: { baseVersion: 0, ...document } });
}

export function createJourney(realm: string, id: string): Promise<void> {
  return create(realm, id, { tree: blankTree(id, realm), nodes: {}, scripts: {} });
}

/** A copy under another name, with nodes of its own. */
export async function duplicateJourney(realm: string, id: string, copy: string): Promise<void> {
  await create(
    realm,
    copy,
    copyOf(await request(journeyPath(realm, id), journeyDocumentSchema), copy, () => crypto.randomUUID()),
  );
}

/** The details and the name; `rewritten` says where else the name was changed. */
export function saveDetails(realm: string, id: string, body: { baseVersion: number; details: JourneyDetailsBody }) {
  return request(`${journeyPath(realm, id)}/details`, savedDetailsSchema, { method: 'PUT', body });
}

/** One change of several journeys, all or none. @returns those that were other than that before */
export async function changeJourneys(realm: string, change: JourneyChange): Promise<string[]> {
  return (await request(`${realmPath(realm)}/journey-changes`, changedJourneysSchema, { method: 'POST', body: change })).changed;
}

export async function usesOf(realm: string, ids: readonly string[]): Promise<JourneyUseAnswer[]> {
  return (await request(`${realmPath(realm)}/journey-uses`, journeyUsesSchema, { method: 'POST', body: { ids } })).uses;
}

export async function setDefaultJourney(realm: string, journey: string | null): Promise<void> {
  await request(`${realmPath(realm)}/default-journey`, defaultJourneySchema, { method: 'PUT', body: { journey } });
}

/** Nodes that no journey places. */
export async function orphansOf(realm: string): Promise<OrphanNode[]> {
  return (await request(`${realmPath(realm)}/orphaned-nodes`, orphanNodesSchema)).nodes;
}

export async function deleteOrphans(realm: string, keys: readonly string[]): Promise<void> {
  await request(`${realmPath(realm)}/orphaned-nodes/delete`, orphanKeysSchema, { method: 'POST', body: { keys } });
}

/** Kinds of journey to start with. */
export async function archetypesOf(): Promise<ArchetypeView[]> {
  return (await request('/api/archetypes', archetypeListSchema)).archetypes;
}

export async function createFromArchetype(realm: string, id: string, names: Record<string, string>): Promise<void> {
  await request(`${realmPath(realm)}/archetypes/${encodeURIComponent(id)}`, usedArchetypeSchema, { method: 'POST', body: { names } });
}

/** Why a name cannot be used, or null. */
export function nameProblem(name: string, taken: readonly string[]): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'A name, such as HelpDeskVerify.';
  const twin = taken.find((other) => other.toLowerCase() === trimmed.toLowerCase());
  if (twin !== undefined) return `There is a journey ${twin} already. Choose another name.`;
  return spellingProblem(trimmed);
}
