import type { JourneyDocument } from '@tandem/journey';
import { contextOf, type LintContext, otherJourney } from './context.ts';
import { isInner } from './flow/start.ts';
import { DEFAULT_MINUTES, type Pair, pairsOf } from './pair.ts';
import type { LintRealm } from './realm.ts';
import { text } from './support.ts';

/** A time that runs out, on the line of a Backchannel Initialize node. */
export interface TimeLimit {
  id: 'transaction' | 'realm' | 'journey' | 'target';
  label: string;
  seconds: number;
  /** Whether it counts here: the realm's time to live does not where the node has a Max Time of its own. */
  counts: boolean;
}

/** How often a main journey looks at its transaction and what stops it. Seconds throughout. */
export interface Timing {
  limits: readonly TimeLimit[];
  /** Shortest and longest wait between two looks; null: nothing waits, or only a run knows how long. */
  wait: { shortest: number; longest: number } | null;
  /** Looks until the first limit, one at once and one after each wait; null as `wait`. */
  looks: { fewest: number; most: number } | null;
  first: TimeLimit;
  /** What runs out first and what that means. */
  words: string;
}

/**
 * Times around a Backchannel Initialize node, from which the timing rules speak, too. Max Time starts when the transaction is made and does not
 * affect the journey's own limit (facts 2.1); both journeys have 5 minutes unless they say otherwise (facts 5.4).
 *
 * @returns undefined when the journey has no such node, or nothing leads to it
 */
export function timingOf(document: JourneyDocument, realm: LintRealm, id: string): Timing | undefined {
  const context = contextOf(document, realm);
  const pair = pairsOf(context).find(({ initialize }) => initialize.id === id);
  if (!pair) return undefined;
  const limits = limitsOf(context, pair);
  // The transaction's end is told to the journey that waits; of equal times it counts as the first.
  const [first] = limits.filter(({ counts }) => counts).sort((a, b) => a.seconds - b.seconds);
  if (!first) return undefined;
  const seconds = pair.waits.flatMap((wait) => (wait.seconds === null ? [] : [wait.seconds]));
  const wait = seconds.length === 0 ? null : { shortest: Math.min(...seconds), longest: Math.max(...seconds) };
  const looks = wait && wait.shortest > 0 ? { fewest: looksIn(first.seconds, wait.longest), most: looksIn(first.seconds, wait.shortest) } : null;
  return { limits, wait, looks, first, words: wordsOf(first, pair, looks, wait) };
}

const looksIn = (limit: number, wait: number) => Math.floor((limit - 1) / wait) + 1;
const minutesOf = (journey: LintContext) => journey.document.tree.treeTimeout ?? DEFAULT_MINUTES;

function limitsOf(context: LintContext, { initialize, maxTime, isOwn }: Pair): TimeLimit[] {
  const realm: TimeLimit = { id: 'realm', label: 'Time to live of the realm', seconds: context.realm.services.transactionTimeToLive, counts: !isOwn };
  const name = text(initialize, 'tree');
  const target = otherJourney(context, name);
  return [
    ...(isOwn ? [{ id: 'transaction', label: 'Max Time', seconds: maxTime, counts: true } as const] : []),
    realm,
    // An inner journey runs on the time of the one around it.
    ...(isInner(context) ? [] : [{ id: 'journey', label: 'This journey', seconds: minutesOf(context) * 60, counts: true } as const]),
    ...(target ? [{ id: 'target', label: name, seconds: minutesOf(target) * 60, counts: true } as const] : []),
  ];
}

function wordsOf(first: TimeLimit, { maxTime }: Pair, looks: Timing['looks'], wait: Timing['wait']): string {
  const after = `after ${first.seconds} s`;
  const rhythm = looks && wait ? ` By then Status has looked ${countWords(looks)}, ${everyWords(wait)}.` : '';
  if (first.id === 'journey')
    return `This journey ends first, ${after}: its client is told “Session has timed out” while the transaction lives ${maxTime} s.${rhythm}`;
  if (first.id === 'target')
    return `${first.label} ends first, ${after}: nobody can finish it then, and Status looks on until the ${maxTime} s of the transaction are over.${rhythm}`;
  return `The transaction ends first, ${after}: Status answers Unknown from then on.${rhythm}`;
}

function countWords({ fewest, most }: NonNullable<Timing['looks']>): string {
  if (most === 1) return 'once';
  return fewest === most ? `${most} times` : `${fewest} to ${most} times`;
}

function everyWords({ shortest, longest }: NonNullable<Timing['wait']>): string {
  return shortest === longest ? `every ${shortest} s` : `every ${shortest} to ${longest} s`;
}
