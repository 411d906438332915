import type { JourneySummary } from '@tandem/api';
import type { Session, Transaction } from '@tandem/engine/view';
import type { Run } from './runs.ts';

interface MainSources {
  choice: string | null;
  asked: string | null;
  run: Run | null;
  journeys: readonly JourneySummary[];
}

/** Which journey the main column shows: that of the run, else the one chosen or asked for, else one that starts a backchannel journey. */
export function mainJourneyOf({ choice, asked, run, journeys }: MainSources): string | null {
  if (run?.main?.journey) return run.main.journey;
  const known = asked === null ? undefined : journeys.find((journey) => journey.id === asked);
  // A journey that only a transaction can start is run through the journey that starts it.
  const wanted = known?.transactionalOnly ? (known.startedBy[0] ?? null) : asked;
  return choice ?? wanted ?? startable(journeys).at(0)?.id ?? null;
}

/** Journeys that a person can start, those with a backchannel first. */
export function startable(journeys: readonly JourneySummary[]): JourneySummary[] {
  const own = journeys.filter((journey) => journey.enabled && !journey.innerTreeOnly && !journey.transactionalOnly);
  return [...own.filter((journey) => journey.starts.length > 0), ...own.filter((journey) => journey.starts.length === 0)];
}

interface BackchannelSources {
  transaction: Transaction | null;
  session: Session | null;
  mainJourney: string | null;
  journeys: readonly JourneySummary[];
}

/** Which journey the backchannel column shows, also before a transaction exists. */
export function backchannelOf({ transaction, session, mainJourney, journeys }: BackchannelSources): string | null {
  if (transaction) return transaction.journey;
  if (session?.journey) return session.journey;
  return journeys.find((journey) => journey.id === mainJourney)?.starts[0] ?? null;
}

interface AloneSources {
  run: Run | null;
  mainJourney: string | null;
  backchannelJourney: string | null;
  journeys: readonly JourneySummary[];
}

/** Whether nothing can run on the backchannel: the main journey and those inside of it hold no Backchannel Initialize node, and no transaction is there. */
export function isAlone({ run, mainJourney, backchannelJourney, journeys }: AloneSources): boolean {
  const main = journeys.find((journey) => journey.id === mainJourney);
  if (!main || backchannelJourney !== null || (run && (run.transactions.length > 0 || run.backchannels.length > 0))) return false;
  return !startsInside(main, journeys, new Set());
}

function startsInside(journey: JourneySummary, journeys: readonly JourneySummary[], seen: Set<string>): boolean {
  if (seen.has(journey.id)) return false;
  seen.add(journey.id);
  if (journey.starts.length > 0) return true;
  return journeys.some((inner) => journey.enters.includes(inner.id) && startsInside(inner, journeys, seen));
}
