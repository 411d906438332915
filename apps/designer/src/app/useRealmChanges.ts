import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What is read again when a custom node type changes: nodes of it may have changed with it, in any journey. */
const STALE = ['resources', 'knowledge', 'journey', 'journeys', 'problems', 'realm'];
/** A change comes as one message for each thing; it is one reason to read. */
const GATHER_MS = 50;

/** Whether a message of the realm's stream is about custom node types; `*`: about everything. */
function isAboutTypes(data: string): boolean {
  try {
    const { kind } = JSON.parse(data) as { kind?: unknown };
    return kind === 'nodeTypes' || kind === '*';
  } catch {
    return false;
  }
}

function readAgain(queries: QueryClient, realm: string): void {
  for (const key of STALE) void queries.invalidateQueries({ queryKey: [key, realm] });
}

/**
 * Hears of custom node types that somebody else saved, as long as the tab is seen: browsers have few connections to one server, and a stream takes
 * one of them. A tab that comes back reads again.
 */
export function useRealmChanges(realm: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    let source: EventSource | null = null;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const onMessage = ({ data }: MessageEvent) => {
      if (!isAboutTypes(String(data))) return;
      clearTimeout(gathering);
      gathering = setTimeout(() => readAgain(queries, realm), GATHER_MS);
    };
    const close = () => {
      source?.close();
      source = null;
    };
    const open = () => {
      source = new EventSource(`/api/events?topics=${encodeURIComponent(`realm:${realm}`)}`);
      source.addEventListener('realm', onMessage);
    };
    const onVisibility = () => {
      if (document.hidden) return close();
      if (source !== null) return;
      open();
      readAgain(queries, realm);
    };
    if (!document.hidden) open();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearTimeout(gathering);
      document.removeEventListener('visibilitychange', onVisibility);
      close();
    };
  }, [queries, realm]);
}
