import { keepSimulationSchema, nameSimulationSchema, type SimulationListEntry, simulationListSchema, simulationQuerySchema } from '@tandem/api';
import type { JsonObject } from '@tandem/journey';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { Simulations } from './manager.ts';
import { matching } from './search.ts';
import { parentIn } from './stored-body.ts';
import { listEntry } from './summary.ts';
import { titleIn, wordsOf } from './title.ts';

const tag = 'Simulations';

/** Routes of the list of simulations: which there are, what they are called, which are kept. */
export function listRoutes(simulations: Simulations): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/simulations',
      tag,
      summary: 'Simulations, newest first; all of them, or those that fit',
      query: simulationQuerySchema,
      answer: { description: 'The simulations', schema: simulationListSchema },
      handle: async ({ query }) => {
        const all = await simulations.list();
        const found = matching(all, query);
        const titles = new Map(all.map((stored) => [stored.id, stored.body]));
        const page = found.slice(query.offset, query.limit === undefined ? undefined : query.offset + query.limit);
        const told = page.map((stored) => ({ ...listEntry(stored), ...parentOf(stored.body, titles) }));
        return { total: found.length, retention: simulations.retention, simulations: told };
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/simulations/{id}/name',
      tag,
      summary: 'Names a simulation',
      body: nameSimulationSchema,
      answer: { description: 'The name', schema: nameSimulationSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, body }) => {
        await simulations.label(params.id, { name: body.name === '' ? null : body.name });
        return body;
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/simulations/{id}/kept',
      tag,
      summary: 'Pins a simulation, so that it is not deleted for its age',
      body: keepSimulationSchema,
      answer: { description: 'Whether it is pinned', schema: keepSimulationSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params, body }) => {
        await simulations.label(params.id, { kept: body.kept });
        return body;
      },
    }),
  ];
}

/** Where a fork comes from, in words as long as that one is there. */
function parentOf(body: JsonObject, all: ReadonlyMap<string, JsonObject>): Pick<SimulationListEntry, 'parent'> {
  const { parent }: Pick<SimulationListEntry, 'parent'> = parentIn(body);
  const from = parent && all.get(parent.id);
  return parent && from ? { parent: { ...parent, title: wordsOf(titleIn(from)) } } : {};
}
