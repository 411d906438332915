import type { Sealed } from '@tandem/nodes';
import type { StoredSimulation } from '../storage/run-store.ts';
import type { Sealer } from '../storage/sealer.ts';

/**
 * What a simulation's secrets are sealed with: bound to it, so that they open in no other. A fork goes on with its parent's steps, secrets included:
 * it names the place where they were sealed. One that came as a file holds ciphertexts of another server, and, where the file brought them, what is
 * in them.
 */
export function simulationSealer({ id, body }: Pick<StoredSimulation, 'id' | 'body'>, sealers: Sealer): Sealer {
  const sealer = sealers.within(typeof body.place === 'string' ? body.place : id);
  const { secrets } = body;
  if (typeof secrets !== 'object' || secrets === null || Array.isArray(secrets)) return sealer;
  return {
    ...sealer,
    open(sealed: Sealed) {
      const here = Object.hasOwn(secrets, sealed.$sealed) ? secrets[sealed.$sealed] : undefined;
      return sealer.open(typeof here === 'string' ? { ...sealed, $sealed: here } : sealed);
    },
  };
}
