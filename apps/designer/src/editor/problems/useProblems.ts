import type { RealmKnowledge } from '@tandem/api';
import { type JourneyDocument, nodeKey } from '@tandem/journey';
import type { Finding } from '@tandem/lint';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { knowledgeQuery, linterQuery } from '../../app/index.ts';
import type { EditorStore } from '../store/editorStore.ts';
import { dirtyStores } from '../store/stores.ts';

type Lint = (document: JourneyDocument, realm: RealmKnowledge) => readonly Finding[];
const NONE: readonly Finding[] = [];

/** The canvas, the dock and its tab ask for the same. */
const found = new WeakMap<EditorStore, { document: unknown; realm: unknown; findings: readonly Finding[] }>();

function findingsOf(store: EditorStore, document: JourneyDocument, realm: RealmKnowledge, lint: Lint): readonly Finding[] {
  const known = found.get(store);
  if (known?.document === document && known.realm === realm) return known.findings;
  const findings = lint(document, realm);
  found.set(store, { document, realm, findings });
  return findings;
}

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

/**
 * What the rules say of an open journey as it stands; null while rules and realm are on their way. Typing goes first: what was found before stays until
 * the screen has drawn.
 */
export function useProblems(store: EditorStore): readonly Finding[] | null {
  const document = useDeferredValue(useStore(store, (state) => state.document));
  const realmName = useStore(store, (state) => state.realm);
  const { data: linter } = useQuery(linterQuery);
  const { data: knowledge } = useQuery(knowledgeQuery(realmName));
  return useMemo(() => {
    if (!linter || !knowledge) return null;
    if (Object.keys(document.tree.nodes ?? {}).length === 0) return NONE;
    const others = dirtyStores(realmName).filter((other) => other !== store);
    const realm = withUnsaved(
      knowledge,
      others.map((other) => other.getState().document),
    );
    return findingsOf(store, document, realm, linter.lint);
  }, [linter, knowledge, document, store, realmName]);
}
