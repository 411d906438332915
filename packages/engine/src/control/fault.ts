import { type Effect, NodeProcessError, type ScriptResult } from '@tandem/nodes';
import type { Fault, SimulationState } from '../state.ts';

/** Things that go wrong on purpose, as they do on a tenant: what a journey makes of them is the journey's own. */

const STORE_DOWN = 'The identity store does not answer (fault).';

/** What a script that is to fail answers; undefined: it runs. */
export function scriptFault({ faults }: SimulationState, node: string, effect: Effect): ScriptResult | undefined {
  if (effect.kind !== 'script') return undefined;
  const fault = faults?.find(
    (one): one is Extract<Fault, { kind: 'script' }> => one.kind === 'script' && (one.script === effect.scriptId || one.node === node),
  );
  if (fault === undefined) return undefined;
  const error = { message: fault.message ?? 'The script was made to fail (fault).' };
  return { status: 'error', error, callbacks: [], sessionProperties: {}, reads: [], writes: [], identityWrites: [], logs: [] };
}

/** @throws NodeProcessError while the identity store is down */
export function checkStore({ faults }: SimulationState): void {
  if (faults?.some(({ kind }) => kind === 'identity-store')) throw new NodeProcessError(STORE_DOWN);
}

/** How far the clock of the server that runs these journeys is ahead of the others, ms. */
export function clockSkew({ faults }: SimulationState, role: 'main' | 'backchannel'): number {
  return faults?.reduce((sum, fault) => (fault.kind === 'clock-skew' && fault.role === role ? sum + fault.ms : sum), 0) ?? 0;
}
