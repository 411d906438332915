import type { EngineEvent, Session, SimulationState } from '@tandem/engine';
import type { JsonObject } from '@tandem/journey';
import { maskedParts } from './sealed-texts.ts';

export type RunOutcome = 'running' | 'succeeded' | 'failed';

/** What a list of simulations tells of one: the main journey that ran last and whom it was about, and the name that a person gave it. */
export interface SimulationTitle {
  journey?: string;
  user?: string;
  /** How that journey ended; `running` until then. */
  outcome?: RunOutcome;
  name?: string;
  /** Pinned by a person. */
  kept?: true;
}

export function titleIn({ journey, user, name, outcome, kept }: JsonObject): SimulationTitle {
  return {
    ...(typeof journey === 'string' ? { journey } : {}),
    ...(typeof user === 'string' ? { user } : {}),
    ...(outcome === 'running' || outcome === 'succeeded' || outcome === 'failed' ? { outcome } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(kept === true ? { kept } : {}),
  };
}

/** What a person calls it: its name, else what ran in it last. */
export function wordsOf({ name, journey, user }: SimulationTitle): string {
  return name ?? (journey === undefined ? 'Nothing run yet' : user === undefined ? journey : `${journey} · ${user}`);
}

/** Whether retention leaves it alone whatever its age. */
export const isSpared = ({ name, kept }: SimulationTitle): boolean => name !== undefined || kept === true;

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
  const outcome = outcomeOf(session);
  if (known.journey === session.journey && known.user === user && known.outcome === outcome) return undefined;
  return { journey: session.journey, outcome, ...(user === undefined ? {} : { user }) };
}

/** The title of a simulation that stands at this state. */
export function titleOf(state: SimulationState): SimulationTitle {
  const session = Object.values(state.sessions).findLast(({ role, refused }) => role === 'main' && !refused);
  if (!session) return {};
  const { username } = session.shared;
  const subject = Object.values(state.transactions).findLast(({ run }) => run === session.id)?.subject?.name;
  const user = typeof username === 'string' ? maskedParts(username) : subject;
  return { journey: session.journey, outcome: outcomeOf(session), ...(user === undefined ? {} : { user }) };
}

function outcomeOf({ status }: Pick<Session, 'status'>): RunOutcome {
  return status.kind !== 'ended' ? 'running' : status.result === 'success' ? 'succeeded' : 'failed';
}
