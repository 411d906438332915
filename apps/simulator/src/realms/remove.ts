import { randomUUID } from 'node:crypto';
import { type Issue, type Journey, nodeKeysOf, type Realm, usesOf } from '@tandem/journey';
import { ProblemError } from '../http/problem.ts';
import type { Delete, RealmChange, StoredRealm } from '../storage/realm-change.ts';
import { knowledgeOf, missingJourney } from './find.ts';
import { usersOfNodes } from './placement.ts';

/** Nodes of other journeys that name this one. */
export function referrersOf(stored: StoredRealm, id: string): Issue[] {
  return usesOf(stored.realm, { journey: id }, knowledgeOf(stored))
    .filter((use) => use.journey !== id)
    .map(({ journey, node, field, displayName }) => ({
      journey,
      node,
      ...(field === undefined ? {} : { field }),
      message: `"${displayName}" of the journey "${journey}" names the journey "${id}".`,
      expected: 'another journey',
    }));
}

/**
 * What deleting a journey changes: it goes with its nodes, as far as no other journey uses them. Scripts stay.
 * @throws ProblemError 404; 409 with everything that names it, unless `force`
 */
export function planRemoval(current: StoredRealm, id: string, force: boolean): RealmChange {
  const { realm } = current;
  if (realm.journeys[id] === undefined) throw missingJourney(realm.name, id);
  const referrers = referrersOf(current, id);
  if (referrers.length > 0 && !force) {
    throw new ProblemError(
      409,
      `The journey "${id}" is still named by ${referrers.length} ${referrers.length === 1 ? 'node' : 'nodes'} of other journeys.`,
      {
        title: 'The journey is in use',
        errors: referrers,
      },
    );
  }
  return withoutJourneys(realm, [id]);
}

/** "HelpDesk, Verify and 3 more": what a backup was made before, for people. */
function namesFor(ids: readonly string[]): string {
  const shown = ids.slice(0, 5);
  return ids.length > shown.length ? `${shown.join(', ')} and ${ids.length - shown.length} more` : shown.join(', ');
}

/** Takes journeys out of the realm, with a backup, and with them the nodes that only they use. A default journey that goes leaves the realm without one. */
export function withoutJourneys(realm: Realm, ids: readonly string[]): RealmChange {
  const users = usersOfNodes(realm, ...ids);
  const keys = new Set(ids.flatMap((id) => nodeKeysOf(realm, realm.journeys[id] as Journey)));
  const nodes = [...keys].filter((key) => !users.has(key)).map((key): Delete => ({ kind: 'nodes', key }));
  const { defaultJourney, ...services } = realm.services;
  return {
    cause: 'delete',
    backup: { id: randomUUID(), note: namesFor(ids) },
    deletes: [...ids.map((key): Delete => ({ kind: 'journeys', key })), ...nodes],
    ...(defaultJourney !== undefined && ids.includes(defaultJourney) ? { services } : {}),
  };
}
