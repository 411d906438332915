import type { SimEvent } from '@tandem/api';
import { useEffect } from 'react';
import { announce } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';

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

/** Tells assistive technology what changed since the last time. Draws nothing: the screen need not be drawn anew with every event. */
export function useAnnouncements(): void {
  const { live } = useSimulation();
  useEffect(
    () =>
      live.subscribe(({ view }, before) => {
        // What happened before the screen was opened is there to be read.
        if (!view || !before.view || view.seq <= before.view.seq) return;
        const known = before.view.seq;
        const first = view.events.findLastIndex(({ seq }) => seq <= known) + 1;
        const text = announcementOf(view.events.slice(first));
        if (text) announce(text);
      }),
    [live],
  );
}
