import type { SimEvent } from '@tandem/api';
import type { EngineEvent } from '@tandem/engine';
import type { RunStore } from '../storage/run-store.ts';
import type { TopicSource } from './hub.ts';
import type { LiveMessage } from './message.ts';

/**
 * The source of `sim:<id>`: events as they are kept.
 * @param presenter of a simulation: an event as clients see it, with ISO time, secrets masked
 * @param clock the message that tells a new watcher where the clock stands
 */
export function simulationSource(
  runs: RunStore,
  presenter: (id: string) => Promise<(event: EngineEvent) => SimEvent>,
  clock?: (id: string) => Promise<LiveMessage | undefined> | LiveMessage | undefined,
): TopicSource {
  return {
    latest: async (id) => ((await runs.getSimulation(id)) ? runs.latestSeq(id) : undefined),
    async after(id, seq, limit) {
      const [events, present] = await Promise.all([runs.eventsAfter(id, seq, limit), presenter(id)]);
      return events.map((event) => ({ name: 'event', data: { simulation: id, event: present(event) }, seq: event.seq }));
    },
    async greeting(id) {
      const message = await clock?.(id);
      return message ? [message] : [];
    },
  };
}
