import { type SimEvent, streamedClockSchema, streamedEventSchema } from '@tandem/api';
import { readLog, readView } from '../api.ts';
import { addEvents, type LiveStore, setClock, setView } from './store.ts';

const RETRY_MS = 2000;

/**
 * Keeps the store at the server's state: reads the view and the log, then follows the stream. Events are folded once a frame, however many arrive.
 * A gap in seq, or a new connection after a lost one, reads everything again.
 *
 * @returns what ends it, and a way to try again at once
 */
export function connect(store: LiveStore): { close(): void; retry(): void } {
  const { id } = store.getState();
  let closed = false;
  let source: EventSource | null = null;
  let reading: AbortController | null = null;
  /** Reading and listening fail apart, so each tries again by itself. */
  const again: Record<'read' | 'listen', ReturnType<typeof setTimeout> | undefined> = { read: undefined, listen: undefined };
  let waiting: SimEvent[] = [];
  let frame: ReturnType<typeof setTimeout> | number | null = null;

  async function read(): Promise<void> {
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    clearTimeout(again.read);
    try {
      const view = await readView(id, controller.signal);
      const history = await readHistory(id, view.seq, controller.signal);
      if (closed || reading !== controller) return;
      setView(
        store,
        view,
        history.filter((event) => event.seq <= view.seq),
      );
      addEvents(store, history);
      flush();
    } catch (error) {
      if (closed || controller.signal.aborted) return;
      store.setState({ error, connection: 'lost' });
      again.read = setTimeout(() => void read(), RETRY_MS);
    } finally {
      if (reading === controller) reading = null;
    }
  }

  function flush(): void {
    frame = null;
    // While the view is being read, events are kept: they may be newer than it.
    if (reading || waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    if (!addEvents(store, events)) void read();
  }

  /** A hidden tab gets no frames, but its players have to go on. */
  function schedule(): void {
    if (frame !== null) return;
    frame = document.hidden ? setTimeout(flush, 50) : requestAnimationFrame(flush);
  }

  function listen(): void {
    clearTimeout(again.listen);
    source = new EventSource(`/api/events?topics=${encodeURIComponent(`sim:${id}`)}`);
    source.onopen = () => {
      store.setState({ connection: 'live' });
      void read();
    };
    source.onerror = () => {
      store.setState({ connection: 'lost' });
      // The browser tries again by itself unless the server refused.
      if (source?.readyState === EventSource.CLOSED && !closed) again.listen = setTimeout(listen, RETRY_MS);
    };
    source.addEventListener('event', (message) => {
      const parsed = streamedEventSchema.safeParse(parse(message.data));
      if (!parsed.success || parsed.data.simulation !== id) return;
      waiting.push(parsed.data.event);
      schedule();
    });
    source.addEventListener('clock', (message) => {
      const parsed = streamedClockSchema.safeParse(parse(message.data));
      if (parsed.success && parsed.data.simulation === id) setClock(store, parsed.data.clock);
    });
  }

  listen();
  void read();
  return {
    close() {
      closed = true;
      source?.close();
      reading?.abort();
      clearTimeout(again.read);
      clearTimeout(again.listen);
    },
    retry() {
      source?.close();
      listen();
      void read();
    },
  };
}

/** The server gives the log in pages; reading ends where the view stands, or where the log does. What is newer may come along. */
async function readHistory(id: string, upTo: number, signal: AbortSignal): Promise<SimEvent[]> {
  const pages: SimEvent[][] = [];
  for (let after = 0; after < upTo; ) {
    const { events } = await readLog(id, after, signal);
    const last = events.at(-1);
    if (last === undefined || last.seq <= after) break;
    pages.push(events);
    after = last.seq;
  }
  return pages.flat();
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
