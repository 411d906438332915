import type { RealmResources } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EditorStore } from '../store/editorStore.ts';
import { findProblems, type Problem } from './problems.ts';

/** The canvas and the strip below ask for the same. */
const found = new WeakMap<EditorStore, { document: unknown; resources: unknown; problems: readonly Problem[] }>();

function problemsOf(store: EditorStore, document: JourneyDocument, resources: RealmResources): readonly Problem[] {
  const known = found.get(store);
  if (known?.document === document && known.resources === resources) return known.problems;
  const problems = findProblems(resources.nodeTypes, document, resources);
  found.set(store, { document, resources, problems });
  return problems;
}

/** Problems of an open journey as it stands. */
export function useProblems(store: EditorStore, resources: RealmResources): readonly Problem[] {
  const document = useStore(store, (state) => state.document);
  return useMemo(() => problemsOf(store, document, resources), [store, document, resources]);
}
