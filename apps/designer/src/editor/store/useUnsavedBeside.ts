import type { JourneyDocument } from '@tandem/journey';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { EditorStore } from './editorStore.ts';
import { dirtyStores, watchStores } from './stores.ts';

/** The other journeys of the realm that are open and not saved, as they stand. */
export function useUnsavedBeside(store: EditorStore): readonly JourneyDocument[] {
  const last = useRef<readonly JourneyDocument[]>([]);
  const read = useCallback(() => {
    const others = dirtyStores(store.getState().realm).filter((other) => other !== store);
    const now = others.map((other) => other.getState().document);
    const isSame = now.length === last.current.length && now.every((document, index) => document === last.current[index]);
    if (!isSame) last.current = now;
    return last.current;
  }, [store]);
  return useSyncExternalStore(watchStores, read);
}
