import type { RealmKnowledge } from '@tandem/api';
import { type JourneyDocument, nodeKey } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { knowledgeQuery, linterQuery } from '../../app/index.ts';
import { useContent } from '../store/content.ts';
import type { EditorStore } from '../store/editorStore.ts';
import { useUnsavedBeside } from '../store/useUnsavedBeside.ts';

interface Overlaid {
  knowledge: RealmKnowledge;
  documents: readonly JourneyDocument[];
  realm: RealmKnowledge;
}
/** By the journey that it is around: canvas, dock and settings ask for the same. */
const overlaid = new WeakMap<EditorStore, Overlaid>();

/** The realm with what is open beside the journey and not saved: a pair is edited together. */
function withUnsaved(store: EditorStore, knowledge: RealmKnowledge, documents: readonly JourneyDocument[]): RealmKnowledge {
  if (documents.length === 0) return knowledge;
  const known = overlaid.get(store);
  const same = known?.knowledge === knowledge && known.documents.length === documents.length;
  if (known && same && documents.every((document, index) => document === known.documents[index])) return known.realm;
  const realm = { ...knowledge, journeys: { ...knowledge.journeys }, nodes: { ...knowledge.nodes }, scripts: { ...knowledge.scripts } };
  for (const { tree, nodes, scripts } of documents) {
    realm.journeys[tree._id] = { tree };
    for (const resource of Object.values(nodes)) realm.nodes[nodeKey(resource._type._id, resource._id)] = resource;
    Object.assign(realm.scripts, scripts);
  }
  overlaid.set(store, { knowledge, documents, realm });
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
  const document = useDeferredValue(useContent(store));
  const realmName = useStore(store, (state) => state.realm);
  const { data: linter } = useQuery(linterQuery);
  const { data: knowledge } = useQuery(knowledgeQuery(realmName));
  const beside = useDeferredValue(useUnsavedBeside(store));
  return useMemo(
    () => (linter && knowledge ? { linter, document, realm: withUnsaved(store, knowledge, beside) } : null),
    [linter, knowledge, document, beside, store],
  );
}
