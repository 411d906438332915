import type { JourneyChange } from '@tandem/api';
import { type Issue, journeyTags, own, type Tree, withDetails } from '@tandem/journey';
import { ProblemError } from '../../http/problem.ts';
import type { Put, RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import { missingJourney } from '../find.ts';
import { withoutJourneys } from '../remove.ts';

/**
 * One change of several journeys.
 * @throws ProblemError 404 for the first that there is none of, 409 with those that somebody changed since they were looked at: nothing is changed then
 */
export function planJourneyChange(current: StoredRealm, change: JourneyChange): RealmChange {
  const { realm } = current;
  const ids = [...new Set(change.ids)];
  const missing = ids.find((id) => own(realm.journeys, id) === undefined);
  if (missing !== undefined) throw missingJourney(realm.name, missing);
  if (change.kind === 'delete') {
    checkVersions(current, ids, change.versions ?? {});
    return withoutJourneys(realm, ids);
  }
  const puts = ids.map((key): Put => {
    const journey = realm.journeys[key] as (typeof realm.journeys)[string];
    return { kind: 'journeys', key, body: { ...journey, tree: changed(journey.tree, change) } };
  });
  return { puts };
}

function checkVersions(current: StoredRealm, ids: readonly string[], versions: Readonly<Record<string, number>>): void {
  const errors = ids.flatMap((journey): Issue[] => {
    const [seen, version] = [own(versions, journey), current.revision('journeys', journey)?.version];
    if (seen === undefined || seen === version) return [];
    return [{ journey, field: 'versions', message: 'Somebody changed it since it was looked at.', expected: String(version) }];
  });
  if (errors.length === 0) return;
  const names = errors.map(({ journey }) => `"${journey}"`).join(', ');
  throw new ProblemError(409, `Somebody changed ${names} since you looked.`, { title: 'Changed in between', errors });
}

function changed(tree: Tree, change: Exclude<JourneyChange, { kind: 'delete' }>): Tree {
  if (change.kind !== 'tag') return withDetails(tree, { enabled: change.kind === 'enable' });
  const kept = journeyTags(tree).filter((tag) => !change.remove.includes(tag));
  return withDetails(tree, { tags: [...new Set([...kept, ...change.add])] });
}
