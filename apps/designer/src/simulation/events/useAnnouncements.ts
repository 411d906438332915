import type { SimEvent } from '@tandem/api';
import { useEffect, useRef } from 'react';
import { announce } from '../../components/index.ts';
import { useLive } from '../hooks.ts';

const SAID = new Set([
  'session-ended',
  'transaction-created',
  'transaction-started',
  'transaction-completed',
  'transaction-expired',
  'transaction-retry',
  'message',
  'held',
]);

/** What to say of these events: the changes of state that a person follows, not every visit. */
function announcementOf(events: readonly SimEvent[]): string {
  return events
    .filter((event) => SAID.has(event.kind))
    .map((event) => event.message ?? event.kind.replaceAll('-', ' '))
    .join('. ');
}

const NONE: readonly SimEvent[] = [];

/** Tells assistive technology what changed since the last time. */
export function useAnnouncements(): void {
  const events = useLive(({ view }) => view?.events) ?? NONE;
  const said = useRef<number | null>(null);
  useEffect(() => {
    const newest = events.at(-1)?.seq ?? 0;
    // What happened before the screen was opened is there to be read.
    if (said.current !== null) {
      const before = said.current;
      const text = announcementOf(events.filter((event) => event.seq > before));
      if (text) announce(text);
    }
    said.current = newest;
  }, [events]);
}
