import type { JourneySummary } from '@tandem/api';

/** A main journey with the journeys that it starts, or a journey that stands alone. */
export interface Pair {
  main: JourneySummary;
  backchannel: JourneySummary[];
}

/** The pair that a first visit should see. */
export const FIRST_PAIR = 'HelpDeskVerify';

function matches(journey: JourneySummary, words: readonly string[]): boolean {
  const text = `${journey.id} ${journey.description ?? ''} ${journey.tags.join(' ')}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/**
 * Journeys in pairs: who starts whom stands together. A backchannel journey that several main ones start is listed with each. A search that finds
 * one of a pair shows the pair.
 */
export function pairsOf(journeys: readonly JourneySummary[], query: string, tag: string | null): Pair[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const started = new Set(journeys.flatMap((journey) => journey.starts.filter((id) => id !== journey.id && byId.has(id))));
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return journeys
    .filter((journey) => journey.starts.length > 0 || !started.has(journey.id))
    .map((main): Pair => ({ main, backchannel: main.starts.flatMap((id) => (id === main.id ? [] : (byId.get(id) ?? []))) }))
    .filter(({ main, backchannel }) => {
      const all = [main, ...backchannel];
      return all.some((journey) => matches(journey, words)) && (tag === null || all.some((journey) => journey.tags.includes(tag)));
    })
    .sort((a, b) => b.backchannel.length - a.backchannel.length || a.main.id.localeCompare(b.main.id));
}

export function tagsOf(journeys: readonly JourneySummary[]): string[] {
  return [...new Set(journeys.flatMap((journey) => journey.tags))].sort();
}

/** "today", "yesterday", "3 days ago", then the date. */
export function changedAt(iso: string, now: number): string {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return '';
  const minutes = Math.round((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} h ago`;
  const days = Math.round(minutes / (24 * 60));
  if (days < 7) return days === 1 ? 'yesterday' : `${days} days ago`;
  return new Date(then).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** What would miss a journey: other journeys that start it or, as the server says, hold it as inner journey. */
export function refersTo(journeys: readonly JourneySummary[], id: string): string[] {
  return journeys.filter((journey) => journey.id !== id && journey.starts.includes(id)).map((journey) => journey.id);
}
