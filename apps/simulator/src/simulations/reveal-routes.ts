import { askSecretSchema, secretSchema } from '@tandem/api';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { Simulations } from './manager.ts';
import { revealSecret } from './reveal.ts';

/** A route that shows one secret on request. */
export function revealRoutes(simulations: Simulations, runs: RunStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'post',
      path: '/simulations/{id}/secrets',
      tag: 'Simulations',
      summary: 'One secret of a session, in plain text',
      description:
        'Views, logs, streams and exports only tell that a secret is there. A POST, so that no address, history or link holds what was asked for.',
      body: askSecretSchema,
      answer: { description: 'The value', schema: secretSchema },
      problems: { 404: { description: 'No such simulation, session or value' } },
      handle: async ({ params, body }) => ({ value: await revealSecret(runs, await simulations.settled(params.id), body) }),
    }),
  ];
}
