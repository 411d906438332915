import { realmChangesSchema } from '@tandem/api';
import * as z from 'zod';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import type { Simulations } from '../manager.ts';
import { realmChanges } from './changes.ts';

/** The route that says how a realm has gone on without a simulation. */
export function changesRoutes(simulations: Simulations): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/changes',
      tag: 'Simulations',
      summary: 'What of the realm is another now than in the copy that this simulation runs',
      query: z.object({ journeys: z.string().describe('Those that run, separated by commas; journeys that they lead to count as well.') }),
      answer: { description: 'What has changed, in names', schema: realmChangesSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, query }) => {
        const { runtime } = await simulations.get(params.id);
        const current = simulations.realmNow(runtime.realm);
        const journeys = query.journeys.split(',').map(decodeURIComponent);
        return { changes: current ? realmChanges(runtime.model.realm, current, journeys) : [] };
      },
    }),
  ];
}
