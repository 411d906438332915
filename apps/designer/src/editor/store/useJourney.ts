import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { journeyQuery } from '../../app/index.ts';
import { toast } from '../../components/index.ts';
import type { EditorStore } from './editorStore.ts';
import { storeFor } from './stores.ts';
import { knowsTabs, NO_TABS, otherTabs } from './tabs.ts';

export interface OpenJourney {
  store: EditorStore | null;
  error: unknown;
  retry(): void;
}

/** Opens a journey: reads it, and puts unsaved work of an earlier visit on top. */
export function useJourney(realm: string, id: string | null): OpenJourney {
  const query = useQuery({ ...journeyQuery(realm, id ?? ''), enabled: id !== null, staleTime: 0 });
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

/** The other tabs that were open when the journey was: what they keep of it is not to be taken. Null until that is known. */
function useOtherTabs(id: string | null): ReadonlySet<string> | null {
  const [found, setFound] = useState<{ id: string | null; others: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    let isGone = false;
    void otherTabs().then((others) => {
      if (!isGone) setFound({ id, others });
    });
    return () => {
      isGone = true;
    };
  }, [id]);
  if (!knowsTabs) return NO_TABS;
  return found?.id === id ? found.others : null;
}
