import { isLiveId, type Live, type SimEvent, streamedEventSchema } from '@tandem/api';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { askForSignIn } from '../app/index.ts';
import { liveQuery } from './api.ts';
import { caughtUp, forgets, withEvent } from './runs.ts';

const RETRY_MS = 2_000;
/** More do not come while an answer is on its way. */
const RECENT = 1000;

/** Runs of the live realm as they happen. @returns what was read, and whether it is followed */
export function useLiveRuns(realm: string): { live: UseQueryResult<Live>; isFollowed: boolean } {
  const queries = useQueryClient();
  const recent = useRef<readonly SimEvent[]>([]);
  const live = useQuery(liveQuery(realm, (read) => caughtUp(read, recent.current)));
  const [isFollowed, setFollowed] = useState(false);
  const id = live.data?.id;
  useEffect(() => {
    if (id === undefined || !isLiveId(id)) return;
    const { queryKey } = liveQuery(realm);
    recent.current = [];
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let waiting: SimEvent[] = [];
    let frame: number | undefined;
    const flush = () => {
      frame = undefined;
      const events = waiting;
      waiting = [];
      recent.current = [...recent.current, ...events].slice(-RECENT);
      queries.setQueryData(queryKey, (old) => (old === undefined ? old : events.reduce(withEvent, old)));
      if (events.some(forgets)) void queries.invalidateQueries({ queryKey });
    };
    const listen = () => {
      source = new EventSource(`/api/events?topics=${encodeURIComponent(`sim:${id}`)}`);
      source.onopen = () => {
        setFollowed(true);
        // What happened between the answer and the stream.
        void queries.invalidateQueries({ queryKey });
      };
      source.onerror = () => {
        setFollowed(false);
        if (source?.readyState !== EventSource.CLOSED) return;
        void askForSignIn();
        again = setTimeout(listen, RETRY_MS);
      };
      source.addEventListener('event', ({ data }) => {
        const parsed = streamedEventSchema.safeParse(JSON.parse(String(data)));
        if (!parsed.success) return;
        waiting.push(parsed.data.event);
        frame ??= requestAnimationFrame(flush);
      });
    };
    listen();
    return () => {
      source?.close();
      clearTimeout(again);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [id, realm, queries]);
  return { live, isFollowed };
}
