import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useConnection } from '../connection.ts';
import { followRealm } from './followRealm.ts';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    Stream.all.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  tell(kind: string, id: string, lastEventId = '') {
    this.dispatchEvent(new MessageEvent('realm', { data: JSON.stringify({ realm: 'alpha', kind, id }), lastEventId }));
  }
}

let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  Stream.all = [];
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')));
});
afterEach(() => {
  stop();
  hide(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
function hide(hidden: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** What is stale after all timers: the scripts of the realm, its people. */
function followed() {
  const queries = new QueryClient();
  const keys = { scripts: ['realm', 'alpha', 'scripts'], people: ['realm', 'alpha', 'identities', 'user'] };
  for (const key of Object.values(keys)) queries.setQueryData(key, []);
  stop = followRealm('alpha', queries);
  return () => {
    vi.advanceTimersByTime(100);
    return Object.entries(keys)
      .filter(([, key]) => queries.getQueryState(key)?.isInvalidated)
      .map(([name]) => name);
  };
}
const last = () => Stream.all.at(-1) ?? expect.fail('no stream');

test('what shows a changed script is read again, and nothing else', () => {
  const stale = followed();
  last().onopen?.();
  expect(stale()).toEqual([]);
  last().tell('scripts', 's1');
  expect(stale()).toEqual(['scripts']);
});

test('a tab that nobody looks at does not listen; back again it asks for what it missed', () => {
  const stale = followed();
  last().tell('identities', 'u', '41');
  expect(stale()).toEqual(['people']);
  hide(true);
  expect([Stream.all.length, last().readyState]).toEqual([1, Stream.CLOSED]);
  hide(false);
  expect(last().url).toContain('after=41');
});

test('a tab that saw no change before reads everything again when it comes back', () => {
  const stale = followed();
  hide(true);
  hide(false);
  last().onopen?.();
  expect(stale()).toEqual(['scripts', 'people']);
});

test('a client that followed nothing for a while (a simulation was open) asks for what it missed, and loses nothing that it was told last', () => {
  const queries = new QueryClient();
  queries.setQueryData(['realm', 'alpha', 'scripts'], []);
  stop = followRealm('alpha', queries);
  last().tell('scripts', 's1', '7');
  stop();
  expect(queries.getQueryState(['realm', 'alpha', 'scripts'])?.isInvalidated).toBe(true);
  stop = followRealm('alpha', queries);
  expect(last().url).toContain('after=7');
});

test('a client that saw no change before reads everything again when it follows anew', () => {
  const queries = new QueryClient();
  queries.setQueryData(['realm', 'alpha', 'scripts'], []);
  followRealm('alpha', queries)();
  stop = followRealm('alpha', queries);
  last().onopen?.();
  vi.advanceTimersByTime(100);
  expect(queries.getQueryState(['realm', 'alpha', 'scripts'])?.isInvalidated).toBe(true);
});

test('a server that is gone is told of at once, and asked again later', async () => {
  followed();
  last().readyState = Stream.CLOSED;
  last().onerror?.();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(useConnection.getState().isAnswered).toBe(false);
  expect(Stream.all).toHaveLength(2);
});
