import { isLiveId, type SimEvent, streamedClockSchema } from '@tandem/api';
import { askForSignIn } from '../../app/index.ts';
import { readLog, readView } from '../api.ts';
import { streamedIn } from './events.ts';
import { addEarlier, addEvents, type LiveStore, setClock, setView } from './store.ts';

const RETRY_MS = 2000;
/** So many events are on screen at once; the ones before are read while it is used. */
const NEWEST = 300;
/** Of the live realm, which goes on for ever, so many events can be gone back: its runs are told of among as many. */
const MOST_LIVE = 20_000;
/** Events of one request: neither side is kept from other work for long. */
const PAGE = 1000;

/**
 * Keeps the store at the server's state: reads the view and the newest events, then follows the stream from there, and reads the events before.
 * Events are folded once a frame, however many arrive. A gap in seq, or a new connection after a lost one, reads everything again.
 *
 * @returns what ends it, and a way to try again at once
 */
export function connect(store: LiveStore): { close(): void; retry(): void } {
  const { id } = store.getState();
  let closed = false;
  let source: EventSource | null = null;
  /** Where the first view stood. */
  let began = 0;
  let reading: AbortController | null = null;
  /** Whether what is being read will take the place of the view. */
  let replacing = false;
  /** Reading and listening fail apart, so each tries again by itself. */
  const again: Record<'read' | 'listen', ReturnType<typeof setTimeout> | undefined> = { read: undefined, listen: undefined };
  let waiting: SimEvent[] = [];
  let frame: ReturnType<typeof setTimeout> | number | null = null;

  async function read(): Promise<void> {
    reading?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    reading = controller;
    replacing = true;
    clearTimeout(again.read);
    try {
      const view = await readEnd(id, signal);
      if (signal.aborted) return;
      // What happens from now on comes from the stream.
      began = view.seq;
      if (!source) listen();
      const start = Number(view.initial.seq ?? 0);
      // What is on screen stays there until all of it can be replaced.
      const from = store.getState().view ? start : Math.max(start, view.seq - NEWEST);
      const newest = await readEvents(id, from, view.seq, signal);
      if (signal.aborted) return;
      setView(store, view, newest, from - start);
      replacing = false;
      flush();
      if (from === start) return;
      const earlier = await readEvents(id, start, from, signal);
      if (!signal.aborted) addEarlier(store, earlier);
    } catch (error) {
      if (closed || signal.aborted) return;
      store.setState({ error, connection: 'lost' });
      again.read = setTimeout(() => void read(), RETRY_MS);
    } finally {
      if (reading === controller) {
        reading = null;
        replacing = false;
      }
    }
  }

  function flush(): void {
    frame = null;
    // While the view is being read, events are kept: they may be newer than it.
    if (replacing || waiting.length === 0) return;
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
    const after = store.getState().view?.seq ?? began;
    source = new EventSource(`/api/events?topics=${encodeURIComponent(`sim:${id}`)}&after=${after}`);
    source.onopen = () => {
      const wasLost = store.getState().connection === 'lost';
      store.setState({ connection: 'live' });
      if (wasLost) void read();
    };
    source.onerror = () => {
      store.setState({ connection: 'lost' });
      // The browser tries again by itself unless the server refused.
      if (source?.readyState !== EventSource.CLOSED || closed) return;
      void askForSignIn();
      again.listen = setTimeout(listen, RETRY_MS);
    };
    source.addEventListener('event', (message) => {
      const event = streamedIn(parse(message.data), id);
      if (!event) return;
      waiting.push(event);
      schedule();
    });
    source.addEventListener('clock', (message) => {
      const parsed = streamedClockSchema.safeParse(parse(message.data));
      if (parsed.success && parsed.data.simulation === id) setClock(store, parsed.data.clock);
    });
  }

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
      if (source) {
        source.close();
        listen();
      }
      void read();
    },
  };
}

/** The view; of a live realm that has gone on for long, the end of it. */
async function readEnd(id: string, signal: AbortSignal): ReturnType<typeof readView> {
  const view = await readView(id, signal);
  const first = view.seq - MOST_LIVE;
  return isLiveId(id) && first > Number(view.initial.seq ?? 0) ? readView(id, signal, first) : view;
}

/** Events after a seq up to another, piece by piece. Reading ends where the log does. */
export async function readEvents(id: string, from: number, to: number, signal: AbortSignal): Promise<SimEvent[]> {
  const pages: SimEvent[][] = [];
  for (let after = from; after < to; ) {
    const { events } = await readLog(id, after, Math.min(PAGE, to - after), signal);
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
