import { deletedSimulationsSchema, deleteSimulationsSchema, liveSchema, runListSchema } from '@tandem/api';
import { notFound, ProblemError } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { RunStore, StoredSimulation } from '../storage/run-store.ts';
import type { Simulations } from './manager.ts';
import { startOf } from './restore.ts';
import { runsOf } from './runs.ts';
import { clockOf } from './summary.ts';

const tag = 'Simulations';
/** Runs are looked for among so many of the newest events. */
const NEWEST = 20_000;

/** Routes for runs, for the live realm's simulation, and for many simulations at once. */
export function runsRoutes(simulations: Simulations, runs: RunStore): ApiRoute[] {
  const newest = async (stored: StoredSimulation, seq: number) => {
    const { state } = await startOf(runs, stored);
    const after = Math.max(state.seq, seq - NEWEST);
    return { since: state.seq, runs: runsOf(await runs.eventsAfter(stored.id, after, NEWEST)) };
  };
  return [
    jsonRoute({
      method: 'get',
      path: '/simulations/{id}/runs',
      tag,
      summary: 'Runs of a simulation, newest first',
      description: `Among its newest ${NEWEST} events.`,
      answer: { description: 'The runs', schema: runListSchema },
      problems: { 404: { description: 'No such simulation' } },
      handle: async ({ params }) => {
        const { stored, runtime } = await simulations.settled(params.id);
        return { runs: (await newest(stored, runtime.state.seq)).runs };
      },
    }),
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/live',
      tag,
      summary: 'The simulation that `/am` is, and its runs',
      description:
        'What an application does at `/am` can be watched under this id, as `sim:<id>` of `/api/events`. A run is gone back to by forking the simulation at one of its events: the fork is a simulation like any other. The state of the live realm forgets what ended an hour ago; its log is kept as long as the configuration says.',
      answer: { description: 'The live simulation', schema: liveSchema },
      problems: { 404: { description: 'No such realm' } },
      handle: async ({ params }) => {
        const live = await simulations.live(params.realm);
        if (!live) throw notFound(`There is no realm "${params.realm}".`, { field: 'realm' });
        const { stored, runtime } = await simulations.settled(live.id);
        const { seq } = runtime.state;
        const { since, runs: found } = await newest(stored, seq);
        const told = found.map((run) => ({ ...run, kept: Object.hasOwn(runtime.state.sessions, run.run) }));
        return { id: live.id, realm: live.realm, baseUrl: '/am', clock: clockOf(runtime.clock), seq, since, runs: told };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/simulations/deletions',
      tag,
      summary: 'Deletes several simulations with their logs',
      body: deleteSimulationsSchema,
      answer: { description: 'Which were deleted, and which not', schema: deletedSimulationsSchema },
      handle: async ({ body }) => {
        const deleted: string[] = [];
        const kept: { id: string; why: string }[] = [];
        for (const id of new Set(body.ids)) {
          try {
            await simulations.delete(id);
            deleted.push(id);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            kept.push({ id, why: error.message });
          }
        }
        return { deleted, kept };
      },
    }),
  ];
}
