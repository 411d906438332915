import { runScriptSchema, scriptRunSchema } from '@tandem/api';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import { findRealm } from '../realms/find.ts';
import type { EffectDriver } from '../simulations/effects.ts';
import type { Models } from '../simulations/models.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { Sealer } from '../storage/sealer.ts';
import { runScript } from './run.ts';

/** Runs one script with chosen state and answers. */
export function scriptRunRoutes(realms: RealmStore, models: Pick<Models, 'of'>, drive: EffectDriver, sealer: Sealer): ApiRoute[] {
  return [
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/scripts/run',
      summary: 'Runs a script by itself',
      description:
        'In the worker pool of the simulations, with their limits; the realm answers what it asks for and keeps nothing that it writes. `answer` is a further pass.',
      tag: 'Scripts',
      body: runScriptSchema,
      answer: { description: 'What it did.', schema: scriptRunSchema },
      handle: ({ params, body }) => runScript(body, models.of(findRealm(realms, params.realm).realm), drive, sealer, Date.now()),
    }),
  ];
}
