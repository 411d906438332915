import { isObject, type WaitClock } from '../callbacks/index.ts';
import { type ClockReading, simulationWaitClock } from '../simulation/live/clock.ts';

const POLL_MS = 1000;

export interface RemoteClock extends WaitClock {
  read(): ClockReading;
  subscribe(listener: () => void): () => void;
}

/** The clock of a simulation as its server tells it, asked every second while the page is open. */
export function remoteClock(simulation: string): RemoteClock {
  let reading: ClockReading = { mode: 'virtual', rate: 0, now: Date.now(), heardAt: performance.now() };
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const clock = simulationWaitClock({ read: () => reading, subscribe });

  async function refresh(): Promise<void> {
    try {
      const response = await fetch(`/api/simulations/${encodeURIComponent(simulation)}/clock`, { headers: { accept: 'application/json' } });
      const heard = response.ok ? readClock(await response.json()) : null;
      if (!heard) return;
      reading = heard;
      for (const listener of [...listeners]) listener();
    } catch {
      // The page shows a lost server where it matters: at the answer that did not get through.
    }
  }

  void refresh();
  setInterval(() => void refresh(), POLL_MS);
  return { ...clock, refresh, read: () => reading, subscribe };
}

function readClock(body: unknown): ClockReading | null {
  if (!isObject(body) || typeof body.now !== 'string') return null;
  const { mode, rate, now } = body;
  const speed = rate === 1 || rate === 10 || rate === 60 ? rate : 0;
  return { mode: mode === 'real' ? 'real' : 'virtual', rate: speed, now: Date.parse(now), heardAt: performance.now() };
}
