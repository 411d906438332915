import { availableParallelism } from 'node:os';
import type { SimEvent } from '@tandem/api';
import type { EngineEvent } from '@tandem/engine';
import { createScriptPool } from '@tandem/scripting/node';
import { amDirect } from '../am/direct.ts';
import { RealmKeys } from '../am/oauth2/keys.ts';
import { keysRoutes } from '../am/oauth2/keys-routes.ts';
import { OAuth2 } from '../am/oauth2/provider.ts';
import { amRouter } from '../am/router.ts';
import { simulationSource } from '../live/simulation-topic.ts';
import { scriptRunRoutes } from '../scripts/run-routes.ts';
import type { AppParts, Services } from '../services.ts';
import { allSimulationRoutes } from './all-routes.ts';
import { createEffectDriver } from './effects.ts';
import { Simulations } from './manager.ts';
import { Models } from './models.ts';
import { answerMessage, outboxOf } from './routes.ts';
import { clockOf, eventAnswer, eventMessage } from './summary.ts';

/** Workers kept ready; more are started while scripts that take their whole time hold up others. */
const WORKERS = 4;
const MAX_WORKERS = 8;

/** Pages that may call AM's endpoints, of whatever realm: on AM this is set for the whole server. */
export function corsOrigins(realms: Services['realms']): string[] {
  return realms.names().flatMap((name) => realms.load(name)?.realm.services.corsOrigins ?? []);
}

/** Everything that runs journeys: simulations and the live realm, their routes, AM's endpoints and the stream of what happens. */
export function openSimulations(services: Services): Pick<AppParts, 'simulationRoutes' | 'amRouter' | 'amDirect' | 'outbox'> {
  const { realms, runs, sealer, settings, hub, config } = services;
  const pool = createScriptPool({ size: Math.min(MAX_WORKERS, Math.max(WORKERS, availableParallelism())), most: MAX_WORKERS });
  const effects = createEffectDriver(pool, sealer);
  const simulations = new Simulations({
    realms,
    runs,
    sealer,
    effects,
    retention: config.retention,
    onEvent: ({ id, ownAddresses }, event) => hub.publish(`sim:${id}`, [eventMessage(id, event, ownAddresses)]),
    onClock: (simulation, clock) => hub.publish(`sim:${simulation}`, [{ name: 'clock', data: { simulation, clock } }]),
  });
  hub.register(
    'sim',
    simulationSource(runs, presenter, async (id) => {
      const found = await simulations.find(id);
      return found && { name: 'clock', data: { simulation: id, clock: clockOf(found.runtime.clock) } };
    }),
  );
  async function presenter(id: string): Promise<(event: EngineEvent) => SimEvent> {
    const own = (await simulations.find(id))?.runtime.ownAddresses;
    return own ? (event) => own(eventAnswer(event)) : eventAnswer;
  }
  services.onClose(() => pool.close());
  services.onClose(() => simulations.close());
  const keys = new RealmKeys(settings, sealer);
  const am = {
    simulations,
    sealer,
    publicUrl: config.publicUrl,
    oauth2: new OAuth2(settings, keys),
    origins: () => corsOrigins(realms),
  };
  return {
    simulationRoutes: [
      ...allSimulationRoutes(simulations, runs, sealer),
      ...keysRoutes(realms, keys),
      ...scriptRunRoutes(realms, new Models(runs), effects, sealer),
    ],
    amRouter: amRouter(am),
    amDirect: amDirect(am),
    outbox: {
      async messages(realm) {
        const runtime = await simulations.live(realm);
        return runtime ? outboxOf(runtime).messages : [];
      },
      async answer(realm, message, answer) {
        const runtime = await simulations.live(realm);
        return runtime && Object.hasOwn(runtime.state.outbox, message) ? answerMessage(runtime, message, answer) : undefined;
      },
    },
  };
}
