import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { isFirstScreen, journeyQuery, useOtherTabs } from '../../app/index.ts';
import { toast } from '../../components/index.ts';
import type { EditorStore } from './editorStore.ts';
import { storeFor } from './stores.ts';

export interface OpenJourney {
  store: EditorStore | null;
  error: unknown;
  retry(): void;
}

/** Opens a journey: reads it, and puts unsaved work of an earlier visit on top. */
export function useJourney(realm: string, id: string | null): OpenJourney {
  const query = useQuery({
    ...journeyQuery(realm, id ?? ''),
    enabled: id !== null,
    staleTime: 0,
    // What was read ahead of the first screen is not read twice for it.
    refetchOnMount: ({ state }) => state.isInvalidated || !isFirstScreen(),
  });
  const others = useOtherTabs(id);
  const answer = query.data;
  const store = useMemo(
    () => (answer === undefined || answer.id !== id || others === null ? null : storeFor(realm, answer, others)),
    [realm, id, answer, others],
  );
  // Other screens draw from the store, so a newer version reaches it after drawing.
  useEffect(() => {
    if (store && answer && store.refresh(answer)) toast(`${answer.id} was changed elsewhere. This is the newest version`);
  }, [store, answer]);
  return { store, error: query.error, retry: () => void query.refetch() };
}
