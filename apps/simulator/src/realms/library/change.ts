import type { JourneyChange } from '@tandem/api';
import { journeyTags, own, type Tree, withDetails } from '@tandem/journey';
import type { Put, RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import { missingJourney } from '../find.ts';
import { withoutJourneys } from '../remove.ts';

/**
 * One change of several journeys.
 * @throws ProblemError 404 for the first that there is none of: nothing is changed then
 */
export function planJourneyChange({ realm }: StoredRealm, change: JourneyChange): RealmChange {
  const ids = [...new Set(change.ids)];
  const missing = ids.find((id) => own(realm.journeys, id) === undefined);
  if (missing !== undefined) throw missingJourney(realm.name, missing);
  if (change.kind === 'delete') return withoutJourneys(realm, ids);
  const puts = ids.map((key): Put => {
    const journey = realm.journeys[key] as (typeof realm.journeys)[string];
    return { kind: 'journeys', key, body: { ...journey, tree: changed(journey.tree, change) } };
  });
  return { puts };
}

function changed(tree: Tree, change: Exclude<JourneyChange, { kind: 'delete' }>): Tree {
  if (change.kind !== 'tag') return withDetails(tree, { enabled: change.kind === 'enable' });
  const kept = journeyTags(tree).filter((tag) => !change.remove.includes(tag));
  return withDetails(tree, { tags: [...new Set([...kept, ...change.add])] });
}
