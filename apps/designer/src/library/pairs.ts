import type { JourneySummary } from '@tandem/api';

/** A main journey with the journeys that it starts, or a journey that stands alone. */
export interface Pair {
  main: JourneySummary;
  backchannel: JourneySummary[];
}

/** The pair that a first visit should see. */
export const FIRST_PAIR = 'HelpDeskVerify';

/** Stands among tags for having none. No tag is a blank, so nobody's tag is called like this. */
export const UNTAGGED = ' ';

export type Sort = 'pairs' | 'name' | 'changed' | 'nodes';
export interface Listing {
  /** Words that all have to be found. */
  query: string;
  /** null: any. */
  tag: string | null;
  sort: Sort;
  /** Names of node types by id, which are searched too. */
  typeNames?: Readonly<Record<string, string>>;
}

function textOf(journey: JourneySummary, typeNames: Readonly<Record<string, string>>): string {
  const types = journey.nodeTypes.map((type) => `${typeNames[type] ?? ''} ${type}`);
  return [journey.id, journey.description ?? '', ...journey.tags, ...types].join(' ').toLowerCase();
}

function hasTag({ tags }: JourneySummary, tag: string | null): boolean {
  if (tag === UNTAGGED) return tags.length === 0;
  return tag === null || tags.includes(tag);
}

const byName = (a: Pair, b: Pair) => a.main.id.localeCompare(b.main.id);
const all = ({ main, backchannel }: Pair) => [main, ...backchannel];
const newest = (pair: Pair) =>
  all(pair)
    .map(({ modifiedAt }) => modifiedAt)
    .sort()
    .at(-1) ?? '';
const nodes = (pair: Pair) => Math.max(...all(pair).map(({ nodeCount, innerCount }) => nodeCount + innerCount));
const ORDER: Record<Sort, (a: Pair, b: Pair) => number> = {
  pairs: (a, b) => b.backchannel.length - a.backchannel.length || byName(a, b),
  name: byName,
  changed: (a, b) => newest(b).localeCompare(newest(a)) || byName(a, b),
  nodes: (a, b) => nodes(b) - nodes(a) || byName(a, b),
};

/**
 * Journeys in pairs: who starts whom stands together. A backchannel journey that several main ones start is listed with each. A search that finds
 * one of a pair shows the pair.
 */
export function pairsOf(journeys: readonly JourneySummary[], { query, tag, sort, typeNames = {} }: Listing): Pair[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const started = new Set(journeys.flatMap((journey) => journey.starts.filter((id) => id !== journey.id && byId.has(id))));
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set(
    journeys.filter((journey) => {
      if (words.length === 0) return true;
      const text = textOf(journey, typeNames);
      return words.every((word) => text.includes(word));
    }),
  );
  return journeys
    .filter((journey) => journey.starts.length > 0 || !started.has(journey.id))
    .map((main): Pair => ({ main, backchannel: main.starts.flatMap((id) => (id === main.id ? [] : (byId.get(id) ?? []))) }))
    .filter((pair) => all(pair).some((journey) => found.has(journey)) && all(pair).some((journey) => hasTag(journey, tag)))
    .sort(ORDER[sort]);
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
