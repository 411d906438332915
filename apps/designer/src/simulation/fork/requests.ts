import {
  type CreateFork,
  clientStepSchema,
  createdForkSchema,
  forkFamilySchema,
  forkPointSchema,
  nameSimulationSchema,
  simulationListSchema,
  simulationSchema,
} from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../app/index.ts';

/** What forking and comparing ask of the server. */

const path = (id: string) => `/api/simulations/${encodeURIComponent(id)}`;

/** What a fork at a moment would begin with; what has happened stays as it is. */
export const forkPointQuery = (id: string, at: number) =>
  queryOptions({
    queryKey: ['simulation', id, 'fork-point', at],
    queryFn: ({ signal }) => request(`${path(id)}/fork-point?at=${at}`, forkPointSchema, { signal }),
    gcTime: 0,
  });

export const familyQuery = (id: string) =>
  queryOptions({
    queryKey: ['simulation', id, 'forks'],
    queryFn: ({ signal }) => request(`${path(id)}/forks`, forkFamilySchema, { signal }),
    refetchOnMount: 'always' as const,
  });

export const aboutQuery = (id: string) =>
  queryOptions({ queryKey: ['simulation', id, 'about'], queryFn: ({ signal }) => request(path(id), simulationSchema, { signal }) });

/** The newest simulations, for a choice among them. */
const NEWEST = 200;
export const newestQuery = queryOptions({
  queryKey: ['simulations', 'newest'],
  queryFn: ({ signal }) => request(`/api/simulations?limit=${NEWEST}`, simulationListSchema, { signal }),
  refetchOnMount: 'always' as const,
});

export type ForkRequest = Pick<CreateFork, 'at'> & Partial<CreateFork>;
export const createFork = (id: string, body: ForkRequest) => request(`${path(id)}/forks`, createdForkSchema, { method: 'POST', body });
export const nameSimulation = (id: string, name: string) => request(`${path(id)}/name`, nameSimulationSchema, { method: 'PUT', body: { name } });
export const readStep = (id: string, session: string) => request(`${path(id)}/sessions/${encodeURIComponent(session)}/step`, clientStepSchema);
