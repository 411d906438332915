import { breakpointsSchema, continuedSchema, continueSchema, faultsSchema, simulationStubsSchema } from '@tandem/api';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import { goOn, setBreakpoints, setFaults, setStubs } from './control.ts';
import type { Simulations } from './manager.ts';

const tag = 'Simulations';
const problems = { 404: { description: 'No such simulation' } };

/** Routes below `/api/simulations` by which a person looks closer or makes trouble. */
export function controlRoutes(simulations: Simulations): ApiRoute[] {
  const runtime = async (id: string) => (await simulations.get(id)).runtime;
  return [
    jsonRoute({
      method: 'put',
      path: '/simulations/{id}/breakpoints',
      tag,
      summary: 'Sets where sessions are held',
      description: "A session is held between two visits; its client's request waits. A virtual clock that runs, or is moved, stops there.",
      body: breakpointsSchema,
      answer: { description: 'The breakpoints in force', schema: breakpointsSchema },
      problems,
      handle: async ({ params, body }) => {
        await setBreakpoints(await runtime(params.id), body.breakpoints);
        return body;
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/simulations/{id}/sessions/{session}/continue',
      tag,
      summary: 'Lets a held session go on, or make one visit',
      body: continueSchema,
      answer: { description: 'Seq of the newest event', schema: continuedSchema },
      problems: { 404: { description: 'No such simulation or session' } },
      handle: async ({ params, body }) => ({ seq: await goOn(await runtime(params.id), params.session, body.step) }),
    }),
    jsonRoute({
      method: 'put',
      path: '/simulations/{id}/faults',
      tag,
      summary: 'Sets what goes wrong on purpose',
      body: faultsSchema,
      answer: { description: 'The faults in force', schema: faultsSchema },
      problems,
      handle: async ({ params, body }) => {
        await setFaults(await runtime(params.id), body.faults);
        return body;
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/simulations/{id}/stubs',
      tag,
      summary: "Lays HTTP stubs over the realm's",
      body: simulationStubsSchema,
      answer: { description: 'The stubs of this simulation', schema: simulationStubsSchema },
      problems,
      handle: async ({ params, body }) => {
        await setStubs(await runtime(params.id), body.stubs);
        return body;
      },
    }),
  ];
}
