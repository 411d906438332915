import type { ApiRoute } from '../http/route.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { Sealer } from '../storage/sealer.ts';
import { exportRoutes } from './export/routes.ts';
import { fileRoutes } from './file/routes.ts';
import { forkRoutes } from './fork/routes.ts';
import type { Simulations } from './manager.ts';
import { simulationRoutes } from './routes.ts';

/** Every route below `/api/simulations`. */
export function allSimulationRoutes(simulations: Simulations, runs: RunStore, sealer: Sealer): ApiRoute[] {
  return [
    ...exportRoutes(simulations, runs),
    ...fileRoutes(simulations, runs, sealer),
    ...forkRoutes(simulations, sealer),
    ...simulationRoutes(simulations, runs),
  ];
}
