import type { AskSecret } from '@tandem/api';
import type { Json } from '@tandem/journey';
import { badRequest, notFound } from '../http/problem.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { Loaded } from './manager.ts';
import { stateAt } from './restore.ts';
import { holdsSealed, openedFor } from './secrets.ts';

/** Where secrets may be asked for: a session's node state, and what its client answered. Hashes and sign-in tokens are elsewhere. */
const PLACES: readonly (readonly string[])[] = [['shared'], ['transient'], ['secure'], ['status', 'answers'], ['status', 'due', 'answers']];

/**
 * One value in plain text, because a person asked for just this one. It goes nowhere else: neither is the asking an event.
 *
 * @throws ProblemError 404 for a place that is not there, 400 for one that is not to be asked for, or a secret of another server
 */
export async function revealSecret(runs: RunStore, { runtime, stored }: Loaded, { session: id, place, seq }: AskSecret): Promise<Json> {
  if (!PLACES.some((start) => start.every((name, index) => place[index] === name)))
    throw badRequest({
      field: 'place',
      message: `${place[0]} is not shown.`,
      expected: 'shared, transient or secure and a key, or status and answers',
    });
  const state = seq === undefined ? runtime.state : await stateAt(runs, stored, seq, 'seq');
  const session = Object.hasOwn(state.sessions, id) ? state.sessions[id] : undefined;
  if (!session) throw notFound(`There is no session "${id}" at this moment.`, { field: 'session' });
  const value = openedFor(valueAt(session, place), runtime.sealer);
  if (holdsSealed(value))
    throw badRequest({
      field: 'place',
      message: 'This secret cannot be shown: it was sealed on another server, and the file of the run left it out.',
    });
  return value;
}

function valueAt(root: object, place: readonly string[]): Json {
  let value: unknown = root;
  for (const name of place) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      throw notFound(`There is no ${place.join('.')} at this moment.`, { field: 'place' });
    value = (value as Record<string, unknown>)[name];
  }
  return value as Json;
}
