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
  const kept = value === undefined ? undefined : sealedByName(value, scope, key, runtime.sealer);
  await runtime.submit({ kind: 'edit', session: id, scope, key, ...(kept === undefined ? {} : { value: kept }) });
  return runtime.state.seq;
}

/** A value as it is kept: outside of shared state, texts under telling names are sealed. */
export function sealedByName(value: Json, scope: EditState['scope'], name: string, sealer: Sealer): Json {
  const sealed = (child: Json, key: string): Json => {
    if (typeof child === 'string') return SECRET.test(key) ? (sealer.seal(child) as unknown as Json) : child;
    if (typeof child !== 'object' || child === null || isSealed(child)) return child;
    if (Array.isArray(child)) return child.map((item) => sealed(item, key));
    return Object.fromEntries(Object.entries(child).map(([inner, item]) => [inner, sealed(item, inner)]));
  };
  return scope === 'shared' ? value : sealed(value, name);
}
