import type { RealmKnowledge } from '@tandem/api';
import { type JourneyDocument, nodeKey } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { knowledgeQuery, linterQuery } from '../../app/index.ts';
import type { EditorStore } from '../store/editorStore.ts';
import { dirtyStores } from '../store/stores.ts';

let overlaid: { knowledge: RealmKnowledge; documents: readonly JourneyDocument[]; realm: RealmKnowledge } | null = null;

/** The realm with what is open beside the journey and not saved: a pair is edited together. */
function withUnsaved(knowledge: RealmKnowledge, documents: readonly JourneyDocument[]): RealmKnowledge {
  if (documents.length === 0) return knowledge;
  const same = overlaid?.knowledge === knowledge && overlaid.documents.length === documents.length;
  if (overlaid && same && overlaid.documents.every((document, index) => document === documents[index])) return overlaid.realm;
  const realm = { ...knowledge, journeys: { ...knowledge.journeys }, nodes: { ...knowledge.nodes }, scripts: { ...knowledge.scripts } };
  for (const { tree, nodes, scripts } of documents) {
    realm.journeys[tree._id] = { tree };
    for (const resource of Object.values(nodes)) realm.nodes[nodeKey(resource._type._id, resource._id)] = resource;
    Object.assign(realm.scripts, scripts);
  }
  overlaid = { knowledge, documents, realm };
  return realm;
}

export interface Linting {
  linter: typeof import('@tandem/lint');
  document: JourneyDocument;
  realm: RealmKnowledge;
}

/**
 * What analyses of an open journey need: the package that has them, the journey as it stands, the realm around it. Null while they are on their way.
 * Typing goes first: the journey is the one before until the screen has drawn.
 */
export function useLinter(store: EditorStore): Linting | null {
  const document = useDeferredValue(useStore(store, (state) => state.document));
  const realmName = useStore(store, (state) => state.realm);
  const { data: linter } = useQuery(linterQuery);
  const { data: knowledge } = useQuery(knowledgeQuery(realmName));
  return useMemo(() => {
    if (!linter || !knowledge) return null;
    const others = dirtyStores(realmName).filter((other) => other !== store);
    const realm = withUnsaved(
      knowledge,
      others.map((other) => other.getState().document),
    );
    return { linter, document, realm };
  }, [linter, knowledge, document, store, realmName]);
}
