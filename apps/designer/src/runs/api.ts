import { deletedSimulationsSchema, importedSimulationSchema, keepSimulationSchema, nameSimulationSchema, simulationListSchema } from '@tandem/api';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../app/index.ts';
import { queryOf, type RunFilter, requestOf } from './filter.ts';

const PATH = '/api/simulations';
const of = (id: string) => `${PATH}/${encodeURIComponent(id)}`;
/** Most that the server tells, and deletes, at once. */
const MOST = 10_000;

export const runsQuery = (filter: RunFilter) =>
  queryOptions({
    queryKey: ['simulations', queryOf(filter)],
    queryFn: ({ signal }) => request(`${PATH}${requestOf(filter, Date.now())}`, simulationListSchema, { signal }),
    staleTime: 0,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  });

/** Ids of all that fit, page or not. */
export async function idsOf(filter: RunFilter): Promise<string[]> {
  const { simulations } = await request(`${PATH}${requestOf(filter, Date.now(), MOST)}`, simulationListSchema);
  return simulations.map(({ id }) => id);
}

export const nameRun = (id: string, name: string) => request(`${of(id)}/name`, nameSimulationSchema, { method: 'PUT', body: { name } });
export const keepRun = (id: string, kept: boolean) => request(`${of(id)}/kept`, keepSimulationSchema, { method: 'PUT', body: { kept } });
export const deleteRuns = (ids: readonly string[]) => request(`${PATH}/deletions`, deletedSimulationsSchema, { method: 'POST', body: { ids } });
/** The text goes as it is: read and written again it might be another. */
export const openRunFile = (text: string) => request(`${PATH}/files`, importedSimulationSchema, { method: 'POST', text });
