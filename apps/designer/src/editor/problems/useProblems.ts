import type { Finding } from '@tandem/lint';
import { useMemo } from 'react';
import type { EditorStore } from '../store/editorStore.ts';
import { type Linting, useLinter } from './useLinter.ts';

const NONE: readonly Finding[] = [];

/** The canvas, the dock and its tab ask for the same. */
const found = new WeakMap<EditorStore, { document: unknown; realm: unknown; findings: readonly Finding[] }>();

function findingsOf(store: EditorStore, { linter, document, realm }: Linting): readonly Finding[] {
  const known = found.get(store);
  if (known?.document === document && known.realm === realm) return known.findings;
  const findings = linter.lint(document, realm);
  found.set(store, { document, realm, findings });
  return findings;
}

/** What the rules say of an open journey as it stands; null while rules and realm are on their way. */
export function useProblems(store: EditorStore): readonly Finding[] | null {
  const linting = useLinter(store);
  return useMemo(() => {
    if (!linting) return null;
    return Object.keys(linting.document.tree.nodes ?? {}).length === 0 ? NONE : findingsOf(store, linting);
  }, [linting, store]);
}
