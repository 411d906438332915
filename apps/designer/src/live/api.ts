import { createdForkSchema, type Live, liveSchema } from '@tandem/api';
import { queryOptions } from '@tanstack/react-query';
import { realmPath, request } from '../app/index.ts';

/** What the screen of the live realm asks of the server. */

/** @param complete adds to an answer what came while it was on its way */
export const liveQuery = (realm: string, complete: (read: Live) => Live = (read) => read) =>
  queryOptions({
    queryKey: ['live', realm],
    queryFn: async ({ signal }) => complete(await request(`${realmPath(realm)}/live`, liveSchema, { signal })),
    staleTime: 0,
  });

/** A simulation that goes on from a moment of the live realm, with a clock of its own. */
export const copyAt = (id: string, at: number) =>
  request(`/api/simulations/${encodeURIComponent(id)}/forks`, createdForkSchema, { method: 'POST', body: { at } });
