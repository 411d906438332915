import type { JourneySummary } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { configIn, definitionFor, type Kinds } from './store/nodes.ts';

/** Journeys that the Initialize nodes of this document start, as it stands now, saved or not. */
function startedFrom(kinds: Kinds, document: JourneyDocument): string[] {
  const names = Object.entries(document.nodes).flatMap(([id, resource]) =>
    resource._type._id === 'BackChannelInitNode' ? (definitionFor(kinds, document, id)?.journeys?.(configIn(document, id)) ?? []) : [],
  );
  return [...new Set(names)];
}

export interface Roles {
  hue: 'main' | 'backchannel';
  /** The other journey of the pair. */
  partner: string | null;
  /** The one that a run starts with. */
  main: string;
}

export function rolesOf(kinds: Kinds, document: JourneyDocument, summaries: readonly JourneySummary[]): Roles {
  const id = document.tree._id;
  const [starts] = startedFrom(kinds, document);
  const [startedBy] = summaries.find((summary) => summary.id === id)?.startedBy ?? [];
  const isBackchannel = starts === undefined && (startedBy !== undefined || document.tree.transactionalOnly === true);
  return { hue: isBackchannel ? 'backchannel' : 'main', partner: starts ?? startedBy ?? null, main: isBackchannel ? (startedBy ?? id) : id };
}
