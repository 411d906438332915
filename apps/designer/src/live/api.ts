import { createdForkSchema, liveSchema } from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { realmPath, request } from '../app/index.ts';

/** What the screen of the live realm asks of the server. */

export const liveQuery = (realm: string) =>
  queryOptions({
    queryKey: ['live', realm],
    queryFn: ({ signal }) => request(`${realmPath(realm)}/live`, liveSchema, { signal }),
    staleTime: 0,
  });

/** A simulation that goes on from a moment of the live realm, with a clock of its own. */
export const copyAt = (id: string, at: number) =>
  request(`/api/simulations/${encodeURIComponent(id)}/forks`, createdForkSchema, { method: 'POST', body: { at } });
