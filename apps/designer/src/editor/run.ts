import { createSimulation, navigate, simulationPath } from '../app/index.ts';
import { saveIfDirty } from './store/save.ts';
import { dirtyStores } from './store/stores.ts';

/**
 * Saves what is open, since a simulation runs a copy of the saved realm, and starts one on a virtual clock.
 *
 * @param journey the main journey
 * @returns false when something could not be saved; the editor shows why
 */
export async function runJourneys(realm: string, journey: string): Promise<boolean> {
  for (const store of dirtyStores()) if (!(await saveIfDirty(store))) return false;
  const simulation = await createSimulation({ realm, clock: 'virtual' });
  navigate(simulationPath(simulation.id, journey));
  return true;
}
