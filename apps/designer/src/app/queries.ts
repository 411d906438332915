import {
  type CreateSimulation,
  createdSimulationSchema,
  journeyDocumentSchema,
  journeyListSchema,
  problemCountsSchema,
  realmKnowledgeSchema,
  realmResourcesSchema,
} from '@tandem/api';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { ProblemError, request } from './http.ts';

const ONE_MINUTE = 60_000;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: ONE_MINUTE,
        refetchOnWindowFocus: false,
        // A refusal stays one however often it is asked; a lost server may come back.
        retry: (count, error) => !(error instanceof ProblemError) && count < 1,
      },
    },
  });
}

export const realmPath = (realm: string) => `/api/realms/${encodeURIComponent(realm)}`;
export const journeyPath = (realm: string, id: string) => `${realmPath(realm)}/journeys/${encodeURIComponent(id)}`;

export const journeysQuery = (realm: string) =>
  queryOptions({ queryKey: ['journeys', realm], queryFn: ({ signal }) => request(`${realmPath(realm)}/journeys`, journeyListSchema, { signal }) });

export const journeyQuery = (realm: string, id: string) =>
  queryOptions({ queryKey: ['journey', realm, id], queryFn: ({ signal }) => request(journeyPath(realm, id), journeyDocumentSchema, { signal }) });

export const resourcesQuery = (realm: string) =>
  queryOptions({
    queryKey: ['resources', realm],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/resources`, realmResourcesSchema, { signal }),
  });

/** What rules about journeys look at besides the open one. */
export const knowledgeQuery = (realm: string) =>
  queryOptions({
    queryKey: ['knowledge', realm],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/knowledge`, realmKnowledgeSchema, { signal }),
  });

export const problemCountsQuery = (realm: string) =>
  queryOptions({
    queryKey: ['problems', realm],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/problems`, problemCountsSchema, { signal }),
  });

/** The rules: a chunk of its own, with the parser of scripts. */
export const linterQuery = queryOptions({ queryKey: ['linter'], queryFn: () => import('@tandem/lint'), staleTime: Number.POSITIVE_INFINITY });

export function createSimulation(body: CreateSimulation) {
  return request('/api/simulations', createdSimulationSchema, { method: 'POST', body });
}
