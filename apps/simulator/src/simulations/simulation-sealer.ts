import type { StoredSimulation } from '../storage/run-store.ts';
import type { Sealer } from '../storage/sealer.ts';

/**
 * What a simulation's secrets are sealed with: bound to it, so that they open in no other. A fork goes on with its parent's steps, secrets included:
 * it names the place where they were sealed.
 */
export function simulationSealer({ id, body }: Pick<StoredSimulation, 'id' | 'body'>, sealer: Sealer): Sealer {
  return sealer.within(typeof body.place === 'string' ? body.place : id);
}
