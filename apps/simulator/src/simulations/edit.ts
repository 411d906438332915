import type { EditState } from '@tandem/api';
import type { Json } from '@tandem/journey';
import { isSealed } from '@tandem/nodes';
import { badRequest, notFound } from '../http/problem.ts';
import type { Sealer } from '../storage/sealer.ts';
import type { SimulationRuntime } from './runtime.ts';

/** Keys under which nodes and scripts keep passwords. */
const SECRET = /password|passcode|secret|credential/i;

/**
 * Changes a session's node state by hand. What stands under a telling key in transient or secure state is sealed as a collected password would be.
 *
 * @returns seq of the newest event
 * @throws ProblemError 404 for an unknown session, 400 for one that ended
 */
export async function editState(runtime: SimulationRuntime, { session: id, scope, key, value }: EditState): Promise<number> {
  const session = Object.hasOwn(runtime.state.sessions, id) ? runtime.state.sessions[id] : undefined;
  if (!session) throw notFound(`There is no session "${id}" in this simulation.`, { field: 'session' });
  if (session.status.kind === 'ended')
    throw badRequest({ field: 'session', message: 'This session has ended: nothing reads its state any more.', expected: 'A session under way' });
  if (key === '__proto__') throw badRequest({ field: 'key', message: '"__proto__" cannot be a key of node state.', expected: 'Another key' });
  const kept = value === undefined || scope === 'shared' ? value : sealedByName(value, key, runtime.sealer);
  await runtime.submit({ kind: 'edit', session: id, scope, key, ...(kept === undefined ? {} : { value: kept }) });
  return runtime.state.seq;
}

function sealedByName(value: Json, name: string, sealer: Sealer): Json {
  if (typeof value === 'string') return SECRET.test(name) ? (sealer.seal(value) as unknown as Json) : value;
  if (typeof value !== 'object' || value === null || isSealed(value)) return value;
  if (Array.isArray(value)) return value.map((item) => sealedByName(item, name, sealer));
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, sealedByName(child, key, sealer)]));
}
