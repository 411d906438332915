import type { JourneySummary } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { configIn, definitionFor, type Kinds, nameOf } from '../store/nodes.ts';

const INITIALIZE = 'BackChannelInitNode';

/** A place that leads to a journey: one node of an open journey, or a journey of which only that is known. */
export interface Caller {
  journey: string;
  node: string | null;
  /** The node's name. */
  name: string | null;
  /** Starts it as a backchannel journey, or runs it inside. */
  how: 'starts' | 'enters';
}

/** Nodes of this document that lead to a journey, as the document stands now, saved or not. */
export function callersIn(kinds: Kinds, document: JourneyDocument, journey: string): Caller[] {
  return Object.entries(document.tree.nodes ?? {}).flatMap(([node, { nodeType }]): Caller[] => {
    const named = definitionFor(kinds, document, node)?.journeys?.(configIn(document, node)) ?? [];
    if (!named.includes(journey)) return [];
    return [{ journey: document.tree._id, node, name: nameOf(kinds, document, node), how: nodeType === INITIALIZE ? 'starts' : 'enters' }];
  });
}

/**
 * Everything in the realm that leads to a journey.
 *
 * @param open documents that are open, which count before what the realm has of them
 */
export function callersOf(journey: string, kinds: Kinds, summaries: readonly JourneySummary[], open: readonly JourneyDocument[]): Caller[] {
  const shown = open.filter(({ tree }) => tree._id !== journey);
  const here = shown.flatMap((document) => callersIn(kinds, document, journey));
  const others = summaries.filter(({ id }) => id !== journey && !shown.some(({ tree }) => tree._id === id));
  const elsewhere = others.flatMap(({ id, starts, enters }): Caller[] => [
    ...(starts.includes(journey) ? [{ journey: id, node: null, name: null, how: 'starts' as const }] : []),
    ...(enters.includes(journey) ? [{ journey: id, node: null, name: null, how: 'enters' as const }] : []),
  ]);
  return [...here, ...elsewhere];
}
