import type { ProblemCounts, RealmKnowledge } from '@tandem/api';
import { journeyDocument, type Realm } from '@tandem/journey';
import { lint } from '@tandem/lint';
import type { StoredRealm } from '../storage/realm-change.ts';
import { knowledgeOf } from './find.ts';

/** What the rules look at besides an open journey. */
export function lintKnowledgeOf({ realm }: StoredRealm): RealmKnowledge {
  const { nodes, scripts, nodeTypes, services } = realm;
  const journeys = Object.fromEntries(Object.entries(realm.journeys).map(([name, { tree }]) => [name, { tree }]));
  return { journeys, nodes, scripts, nodeTypes, services, emailTemplates: namesOf(realm.emailTemplates), variables: namesOf(realm.variables) };
}

const namesOf = (record: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.keys(record).map((name) => [name, null]));

/** A realm is never changed in place, so that what was counted holds as long as it does. */
const counted = new WeakMap<Realm, ProblemCounts>();

/** How many findings each journey has. */
export function problemCountsOf(stored: StoredRealm): ProblemCounts {
  const { realm } = stored;
  let counts = counted.get(realm);
  if (!counts) {
    const journeys = Object.keys(realm.journeys).map((name) => {
      const document = journeyDocument(realm, name, knowledgeOf(stored));
      const found = { error: 0, warning: 0, info: 0 };
      for (const { severity } of document ? lint(document, realm) : []) found[severity]++;
      return [name, found] as const;
    });
    counts = { journeys: Object.fromEntries(journeys) };
    counted.set(realm, counts);
  }
  return counts;
}
