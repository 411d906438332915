import type { JourneyDocumentAnswer } from '@tandem/api';
import { journeyDocument, type NodeKnowledge } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { notFound } from '../http/problem.ts';
import type { StoredRealm } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';

/** @throws ProblemError 404 */
export function findRealm(realms: RealmStore, name: string): StoredRealm {
  const stored = realms.load(name);
  if (stored === undefined) {
    const expected = realms
      .names()
      .map((known) => `"${known}"`)
      .join(' or ');
    throw notFound(`There is no realm "${name}".`, { field: 'realm', ...(expected === '' ? {} : { expected }) });
  }
  return stored;
}

export function knowledgeOf({ realm }: StoredRealm): NodeKnowledge {
  return nodeKnowledge(realm);
}

/** The journey as the designer edits it, undefined when there is none. */
export function documentOf(stored: StoredRealm, id: string): JourneyDocumentAnswer | undefined {
  const document = journeyDocument(stored.realm, id, knowledgeOf(stored));
  const revision = stored.revision('journeys', id);
  return document && revision && { id, version: revision.version, tree: document.tree, nodes: document.nodes, scripts: document.scripts };
}

/** @throws ProblemError 404 */
export function missingJourney(realm: string, id: string) {
  return notFound(`The realm "${realm}" has no journey "${id}".`, { journey: id, expected: "the name of one of the realm's journeys" });
}
