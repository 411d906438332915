import type { ApiRoute } from '../http/route.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { Sealer } from '../storage/sealer.ts';
import { changesRoutes } from './changes/routes.ts';
import { exportRoutes } from './export/routes.ts';
import { fileRoutes } from './file/routes.ts';
import { forkRoutes } from './fork/routes.ts';
import { listRoutes } from './list-routes.ts';
import type { Simulations } from './manager.ts';
import { revealRoutes } from './reveal-routes.ts';
import { simulationRoutes } from './routes.ts';
import { runsRoutes } from './runs-routes.ts';

/** Every route of simulations and their runs; those with fixed names come before those with ids. */
export function allSimulationRoutes(simulations: Simulations, runs: RunStore, sealer: Sealer): ApiRoute[] {
  return [
    ...fileRoutes(simulations, runs, sealer),
    ...listRoutes(simulations),
    ...runsRoutes(simulations, runs),
    ...exportRoutes(simulations, runs),
    ...forkRoutes(simulations, runs, sealer),
    ...changesRoutes(simulations),
    ...revealRoutes(simulations, runs),
    ...simulationRoutes(simulations, runs),
  ];
}
