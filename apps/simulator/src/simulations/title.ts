import type { EngineEvent, SimulationState } from '@tandem/engine';
import type { JsonObject } from '@tandem/journey';
import { maskedParts } from './sealed-texts.ts';

/** What a list of simulations tells of one: the main journey that ran last and whom it was about, and the name that a person gave it. */
export interface SimulationTitle {
  journey?: string;
  user?: string;
  name?: string;
}

export function titleIn({ journey, user, name }: JsonObject): SimulationTitle {
  return {
    ...(typeof journey === 'string' ? { journey } : {}),
    ...(typeof user === 'string' ? { user } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
}

/** Journey and user after these events; undefined when they say nothing new. */
export function titleAfter(events: readonly EngineEvent[], state: SimulationState, known: SimulationTitle): SimulationTitle | undefined {
  const id = events.findLast(({ session }) => session !== undefined)?.session;
  const session = id === undefined ? undefined : state.sessions[id];
  if (session?.role !== 'main' || session.refused) return undefined;
  const { username } = session.shared;
  const created = events.findLast(({ kind, transaction }) => kind === 'transaction-created' && transaction !== undefined)?.transaction;
  const subject = created === undefined ? undefined : state.transactions[created]?.subject?.name;
  const told = typeof username === 'string' ? maskedParts(username) : subject;
  // The run before may have had another user than one that has just begun.
  const user = told ?? (events.some(({ kind }) => kind === 'session-started') ? undefined : known.user);
  if (known.journey === session.journey && known.user === user) return undefined;
  return { journey: session.journey, ...(user === undefined ? {} : { user }) };
}
