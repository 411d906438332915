import { createSimulation, navigate, simulationPath } from '../app/index.ts';
import { commitPendingText } from './pendingText.ts';
import { saveAll } from './store/save.ts';
import { dirtyStores } from './store/stores.ts';

/**
 * Saves what is open in the realm, since a simulation runs a copy of the saved realm, and starts one on a virtual clock.
 *
 * @param journey the main journey
 * @param play whether both players answer by themselves
 * @throws NotSavedError naming a journey that could not be saved; Error naming a field whose text cannot be stored
 */
export async function runJourneys(realm: string, journey: string, play = false): Promise<void> {
  const [wrong] = commitPendingText();
  if (wrong !== undefined) throw new Error(`What stands in ${wrong} cannot be stored like this, so it would not run.`);
  await saveAll(dirtyStores(realm));
  const simulation = await createSimulation({ realm, clock: 'virtual' });
  navigate(simulationPath(simulation.id, journey, play));
}
