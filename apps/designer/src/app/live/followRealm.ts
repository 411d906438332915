import { streamedRealmSchema } from '@tandem/api';
import type { QueryClient } from '@tanstack/react-query';
import { requestNothing } from '../http.ts';
import { askForSignIn } from '../signIn.ts';
import { isAffected, type RealmChange } from './affected.ts';

/** One change of a realm arrives as several messages: an import as hundreds. */
const GATHER_MS = 100;
const RETRY_MS = 5_000;
const EVERYTHING: RealmChange = { kind: '*', id: '*' };

/** Up to where a client followed which realm before (null: it saw no change): a screen in between may have followed none. */
const before = new WeakMap<QueryClient, Map<string, string | null>>();

/**
 * Reads again what shows a realm as soon as it is changed from elsewhere: another tab, another person, a script. Only a tab that is looked at
 * listens, since browsers give a server six connections in all; one that comes back is told what it missed.
 *
 * @returns stops it
 */
export function followRealm(realm: string, queries: QueryClient): () => void {
  let source: EventSource | null = null;
  const places = before.get(queries) ?? new Map<string, string | null>();
  before.set(queries, places);
  let seen = places.get(realm) ?? null;
  let wasAway = places.has(realm);
  let changes: RealmChange[] = [];
  const timers: Record<'gather' | 'again', ReturnType<typeof setTimeout> | undefined> = { gather: undefined, again: undefined };

  const flush = () => {
    const gathered = changes;
    changes = [];
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isAffected(queryKey, realm, gathered) });
  };
  const note = (change: RealmChange) => {
    if (changes.length === 0) timers.gather = setTimeout(flush, GATHER_MS);
    changes.push(change);
  };
  const open = () => {
    clearTimeout(timers.again);
    if (source !== null || document.hidden) return;
    const topics = encodeURIComponent(`realm:${encodeURIComponent(realm)}`);
    source = new EventSource(`/api/events?topics=${topics}${seen === null ? '' : `&after=${encodeURIComponent(seen)}`}`);
    source.onopen = () => {
      if (wasAway && seen === null) note(EVERYTHING);
      wasAway = false;
    };
    source.onerror = () => {
      wasAway = true;
      // Nobody need save first to be told that the server is gone.
      void requestNothing('/healthz', {}).catch(() => undefined);
      // The browser tries again by itself unless the server refused.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      void askForSignIn();
      timers.again = setTimeout(open, RETRY_MS);
    };
    source.addEventListener('realm', ({ data, lastEventId }) => {
      if (lastEventId !== '') seen = lastEventId;
      const parsed = streamedRealmSchema.safeParse(JSON.parse(String(data)));
      if (parsed.success && parsed.data.realm === realm) note(parsed.data);
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const onVisible = () => {
    if (!document.hidden) return open();
    wasAway = true;
    close();
  };
  document.addEventListener('visibilitychange', onVisible);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    for (const timer of Object.values(timers)) clearTimeout(timer);
    close();
    places.set(realm, seen);
    if (changes.length > 0) flush();
  };
}
