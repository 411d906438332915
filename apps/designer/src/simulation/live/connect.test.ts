import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventOfTest, sessionOfTest, stateOfTest } from '../fixtures/state.ts';
import { connect } from './connect.ts';
import { createLiveStore } from './store.ts';

class FakeSource extends EventTarget {
  static last: FakeSource;
  static made = 0;
  static readonly CLOSED = 2;
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    FakeSource.last = this;
    FakeSource.made += 1;
  }
  close(): void {}
  say(name: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

const clock = { mode: 'virtual', rate: 0, now: '2026-11-22T10:00:00.000Z' };
const visits = (seq: number) => eventOfTest(seq, { patch: [[['sessions', 'm1', 'visits', 'wait'], seq]] });
let views: number;
/** Seq that the server's view has reached. */
let serverSeq: number;
/** How many events the server gives at once. */
let pageSize: number;
/** Seqs after which the log was asked for. */
let logs: number[];
/** Holds the log's beginning. */
let gate: Promise<void> | undefined;

beforeEach(() => {
  FakeSource.made = 0;
  views = 0;
  serverSeq = 2;
  pageSize = 10_000;
  logs = [];
  gate = undefined;
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  vi.stubGlobal('fetch', async (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://tandem');
    if (pathname.endsWith('/view')) {
      views += 1;
      const from = Number(searchParams.get('from'));
      return Response.json({
        id: '1',
        realm: 'alpha',
        clock,
        seq: serverSeq,
        initial: { ...stateOfTest([]), seq: from },
        state: { ...stateOfTest([sessionOfTest({ visits: { wait: serverSeq } })]), seq: serverSeq },
      });
    }
    const after = Number(searchParams.get('after'));
    const count = Math.min(pageSize, Number(searchParams.get('limit')), serverSeq - after);
    logs.push(after);
    if (after === 0) await gate;
    return Response.json({ events: Array.from({ length: count }, (_, index) => visits(after + index + 1)) });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function started() {
  const store = createLiveStore('1');
  const connection = connect(store);
  await vi.waitFor(() => expect(store.getState().view?.seq).toBe(2));
  const seen = () => store.getState().view?.state.sessions.m1?.visits.wait;
  return { store, connection, seen, source: FakeSource.last };
}

describe('following a simulation', () => {
  test('reads the view, then folds what the stream brings', async () => {
    const { seen, source, connection } = await started();
    source.say('event', { simulation: '1', event: visits(3) });
    source.say('event', { simulation: 'another', event: visits(4) });
    await vi.waitFor(() => expect(seen()).toBe(3));
    expect(views).toBe(1);
    connection.close();
  });
  test('reads a log of several pages whole', async () => {
    pageSize = 3;
    serverSeq = 10;
    const store = createLiveStore('1');
    const connection = connect(store);
    await vi.waitFor(() => expect(store.getState().view?.seq).toBe(10));
    expect(store.getState().view?.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    connection.close();
  });
  test('of a live realm that has gone on for long the newest 20,000 events are read, of any other simulation all', async () => {
    serverSeq = 50_000;
    for (const [id, first] of [
      ['live-alpha', 30_000],
      ['1', 0],
    ] as const) {
      const store = createLiveStore(id);
      const connection = connect(store);
      await vi.waitFor(() => expect(store.getState().view?.unread).toBe(0), 5000);
      const { initial, events = [] } = store.getState().view ?? {};
      expect([initial?.seq, events[0]?.seq, events.length]).toEqual([first, first + 1, 50_000 - first]);
      connection.close();
    }
  });
  test('the end of a long log is there first, and the whole of it in the end', async () => {
    serverSeq = 5000;
    let open = () => {};
    gate = new Promise((resolve) => {
      open = () => resolve();
    });
    const store = createLiveStore('1');
    const connection = connect(store);
    await vi.waitFor(() => expect(store.getState().view?.seq).toBe(5000));
    const { events = [], unread = 0 } = store.getState().view ?? {};
    expect([events[0]?.seq, events.at(-1)?.seq, unread]).toEqual([4701, 5000, 4700]);
    FakeSource.last.say('event', { simulation: '1', event: visits(5001) });
    await vi.waitFor(() => expect(store.getState().view?.seq).toBe(5001));
    open();
    await vi.waitFor(() => expect(store.getState().view?.unread).toBe(0));
    expect(store.getState().view?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 5001 }, (_, index) => index + 1));
    expect(new Set(logs).size).toBe(logs.length);
    connection.close();
  });
  test('what is on screen when everything is read again stays until all of it is there', async () => {
    serverSeq = 1000;
    const store = createLiveStore('1');
    const connection = connect(store);
    await vi.waitFor(() => expect(store.getState().view?.unread).toBe(0));
    const lengths: unknown[] = [];
    store.subscribe(({ view }) => lengths.push([view?.events.length, view?.unread]));
    serverSeq = 1500;
    connection.retry();
    await vi.waitFor(() => expect(store.getState().view?.seq).toBe(1500));
    expect(new Set(lengths.map(String))).toEqual(new Set(['1500,0']));
    connection.close();
  });
  test('the stream begins where the view stood, so that nothing is read twice or missed', async () => {
    const { source, connection } = await started();
    expect(new URL(source.url, 'http://tandem').searchParams.get('after')).toBe('2');
    source.onopen?.();
    expect([views, logs]).toEqual([1, [0]]);
    connection.close();
  });
  test('takes a log that ends before the view as it is', async () => {
    pageSize = 0;
    const { store, connection } = await started();
    expect(store.getState().view?.events).toEqual([]);
    connection.close();
  });
  test('a gap in seq reads the view again', async () => {
    const { store, seen, source, connection } = await started();
    serverSeq = 5;
    source.say('event', { simulation: '1', event: visits(5) });
    await vi.waitFor(() => expect(seen()).toBe(5));
    expect(views).toBe(2);
    expect(store.getState().view?.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
    connection.close();
  });
  test('a lost connection is told, and everything is read again when it is back', async () => {
    const { store, source, seen, connection } = await started();
    source.onerror?.();
    expect(store.getState().connection).toBe('lost');
    serverSeq = 4;
    source.onopen?.();
    await vi.waitFor(() => expect(seen()).toBe(4));
    expect(store.getState().connection).toBe('live');
    connection.close();
  });
  test('the clock follows its messages', async () => {
    const { store, source, connection } = await started();
    source.say('clock', { simulation: '1', clock: { ...clock, rate: 10, now: '2026-11-22T10:00:30.000Z' } });
    expect(store.getState().clock).toMatchObject({ rate: 10, now: Date.parse('2026-11-22T10:00:30.000Z') });
    connection.close();
  });
  test('a refused stream is asked for again, also while reading is refused', async () => {
    vi.useFakeTimers();
    const answer = fetch;
    const store = createLiveStore('1');
    const connection = connect(store);
    await vi.advanceTimersByTimeAsync(5);
    vi.stubGlobal('fetch', async () => new Response('bad gateway', { status: 502 }));
    connection.retry();
    await vi.advanceTimersByTimeAsync(5);
    FakeSource.made = 1;
    FakeSource.last.readyState = FakeSource.CLOSED;
    FakeSource.last.onerror?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(FakeSource.made).toBe(2);
    vi.stubGlobal('fetch', answer);
    FakeSource.last.onopen?.();
    await vi.advanceTimersByTimeAsync(5);
    expect(store.getState()).toMatchObject({ connection: 'live', view: { seq: 2 } });
    connection.close();
  });
  test('closed, it asks no more', async () => {
    vi.useFakeTimers();
    const connection = connect(createLiveStore('1'));
    await vi.advanceTimersByTimeAsync(5);
    FakeSource.last.readyState = FakeSource.CLOSED;
    FakeSource.last.onerror?.();
    connection.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(FakeSource.made).toBe(1);
  });
});
