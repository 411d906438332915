import type { RealmKnowledge } from '@tandem/api';
import { emptyRealm, type JourneyDocument, nodeKey, type Use, usesOf } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';

/** Where a script runs: in the realm as it is saved, and in an open journey as it stands. */
export function scriptUses(knowledge: RealmKnowledge, script: string, open?: JourneyDocument): Use[] {
  const { journeys, nodes, ...rest } = knowledge;
  const realm = { ...emptyRealm(''), ...rest, journeys: { ...journeys }, nodes: { ...nodes } };
  if (open) {
    realm.journeys[open.tree._id] = { tree: open.tree };
    for (const resource of Object.values(open.nodes)) realm.nodes[nodeKey(resource._type._id, resource._id)] = resource;
  }
  return usesOf(realm, { script }, nodeKnowledge(realm));
}

/** "Used here alone", "Used by 3 journeys". */
export function usesWords(uses: readonly Use[], here?: string): string {
  const journeys = new Set(uses.map(({ journey }) => journey));
  if (journeys.size === 0) return 'Used by no journey';
  if (journeys.size === 1 && here !== undefined && journeys.has(here))
    return uses.length === 1 ? 'Used here alone' : `Used by ${uses.length} nodes here`;
  return journeys.size === 1 ? 'Used by 1 journey' : `Used by ${journeys.size} journeys`;
}
