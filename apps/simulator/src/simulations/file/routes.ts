import { importedSimulationSchema } from '@tandem/api';
import * as z from 'zod';
import { MEGABYTE, readText } from '../../http/body.ts';
import { type ApiRoute, flag, jsonRoute, rawRoute } from '../../http/route.ts';
import type { RunStore } from '../../storage/run-store.ts';
import type { Sealer } from '../../storage/sealer.ts';
import type { Loaded, Simulations } from '../manager.ts';
import { maskedState } from '../mask.ts';
import { clockOf, simulationAnswer } from '../summary.ts';
import { keepFile, parseFile, refused, verify } from './read.ts';
import { writeFile } from './write.ts';

const tag = 'Simulations';
const LIMIT = 64 * MEGABYTE;

/** Routes for simulations as files. */
export function fileRoutes(simulations: Simulations, runs: RunStore, sealer: Sealer): ApiRoute[] {
  return [
    rawRoute({
      method: 'get',
      path: '/simulations/{id}/file',
      tag,
      summary: 'A simulation as a file that runs again elsewhere',
      description:
        'Realm copy, inputs and a digest of the events. It is run again before it is answered. Hashes, credentials, secrets of the realm and what scripts keep in transient and secure state are withheld unless `secrets=true`.',
      query: z.object({ secrets: flag(false) }),
      answer: { status: 200, description: 'The file', schema: z.looseObject({ format: z.string(), version: z.number(), digest: z.string() }) },
      problems: {
        404: { description: 'No such simulation' },
        409: { description: 'It cannot be run the same way again, or not without its secrets' },
      },
      handle: async ({ params, query, res }) => {
        const { stored } = await simulations.settled(params.id);
        const file = await writeFile(runs, stored, sealer, query.secrets);
        res.attachment(`simulation-${params.id.slice(0, 8)}.json`).json(file);
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/simulations/files',
      tag,
      summary: 'Opens the file of a simulation',
      description: `The body is the file, at most ${LIMIT / MEGABYTE} MB. Its inputs are run again here; it is refused unless they give the very events that the file was made of.`,
      answer: { status: 201, description: 'The simulation, and what was verified', schema: importedSimulationSchema },
      handle: async ({ req, res }) => {
        const file = parseFile(await readText(req, LIMIT));
        const again = verify(file);
        const id = await keepFile(runs, sealer, file, again);
        const { runtime } = await opened(simulations, id);
        res.location(`/api/simulations/${id}`);
        const events = again.events.reduce((sum, each) => sum + each.length, 0);
        return {
          id,
          baseUrl: `/sim/${id}/am`,
          clock: clockOf(runtime.clock),
          ...(file.name === undefined ? {} : { name: file.name }),
          verified: { inputs: file.inputs.length, events, digest: file.digest },
          secrets: file.secrets !== undefined,
          seq: runtime.state.seq,
        };
      },
    }),
  ];
}

/** What a file holds must be fit to be looked at; one that is not is not kept. @throws ProblemError 400 */
async function opened(simulations: Simulations, id: string): Promise<Loaded> {
  try {
    const loaded = await simulations.get(id);
    simulationAnswer(loaded.runtime, loaded.stored);
    maskedState(loaded.runtime.state);
    return loaded;
  } catch (error) {
    await simulations.delete(id);
    throw refused(`The file's state cannot be gone on from: ${error instanceof Error ? error.message : String(error)}`, {
      field: 'initial.state',
      expected: 'A file as Tandem wrote it',
    });
  }
}
