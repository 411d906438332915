import { connect } from 'node:net';
import type { EngineEvent, Input } from '@tandem/engine';
import { describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { openStream, type StreamedMessage } from '../testing/stream.ts';
import type { LiveMessage } from './message.ts';
import { simulationSource } from './simulation-topic.ts';

type Options = Parameters<typeof startTestServer>[0];

/** A server with a simulation `one` whose events are kept and published as a driver does. */
async function started(options: Options = {}) {
  const server = await startTestServer(options);
  await server.runs.createSimulation({
    id: 'one',
    realm: 'alpha',
    createdAt: '2026-11-22T10:00:00.000Z',
    clockMode: 'virtual',
    rate: 0,
    body: {},
    snapshot: null,
  });
  const clock = (): LiveMessage => ({
    name: 'clock',
    data: { simulation: 'one', clock: { mode: 'virtual', now: '2026-11-22T10:00:00.000Z', rate: 0 } },
  });
  const present = ({ patch, ...event }: EngineEvent) => ({ ...event, at: new Date(event.at).toISOString(), ...(patch.length > 0 ? { patch } : {}) });
  server.hub.register(
    'sim',
    simulationSource(server.runs, async () => present, clock),
  );
  let seq = 0;
  const happen = async (count: number, message = 'x') => {
    const events = Array.from({ length: count }, (): EngineEvent => ({ seq: ++seq, at: 0, kind: 'log', message, patch: [] }));
    await server.runs.appendSteps([{ simulation: 'one', n: seq, at: 0, input: { kind: 'clock' } as Input, events }]);
    server.hub.publish(
      'sim:one',
      events.map((event) => ({ name: 'event', data: { simulation: 'one', event: present(event) }, seq: event.seq })),
    );
  };
  const watch = (topics: string, headers?: Record<string, string>, more = '') =>
    openStream(`${server.url}/api/events?topics=${encodeURIComponent(topics)}${more}`, headers);
  return { ...server, happen, watch };
}

const seqs = (messages: readonly StreamedMessage[]) => messages.map(({ data }) => (data as { event?: { seq: number } }).event?.seq);
const save = (realms: TestServer['realms'], name: string) =>
  realms.apply('alpha', { puts: [{ kind: 'journeys', key: name, body: { tree: { _id: name, description: String(Math.random()) } } }] });

describe('a stream', () => {
  it('starts with the clock and goes on with what happens from now', async () => {
    const { happen, watch } = await started();
    await happen(3);
    const stream = await watch('sim:one');
    expect([stream.status, stream.res.headers['content-type'], stream.res.headers['cache-control']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
    ]);
    const [clock] = await stream.take(1);
    expect(clock).toMatchObject({ id: undefined, event: 'clock', data: { simulation: 'one', clock: { mode: 'virtual' } } });
    await happen(2);
    expect(await stream.take(2)).toEqual([
      { id: '4', event: 'event', data: { simulation: 'one', event: { seq: 4, at: '1970-01-01T00:00:00.000Z', kind: 'log', message: 'x' } } },
      expect.objectContaining({ id: '5' }),
    ]);
  });

  it('gives what was missed, once each, and then what happens meanwhile', async () => {
    const { happen, watch } = await started({ hub: { page: 10 } });
    await happen(57);
    const first = await watch('sim:one', {}, '&after=40');
    expect(seqs(await first.take(17))).toEqual(Array.from({ length: 17 }, (_, index) => 41 + index));
    expect(first.lastId()).toBe('57');
    first.close();
    await happen(30);
    const again = await watch('sim:one', { 'Last-Event-ID': '57' });
    await Promise.all([happen(5), happen(5)]);
    const received = (await again.take(41)).filter(({ event }) => event === 'event');
    expect(seqs(received)).toEqual(Array.from({ length: 40 }, (_, index) => 58 + index));
  });

  it('carries several topics, and resumes all of them by one id', async () => {
    const { happen, watch, realms } = await started();
    const stream = await watch('sim:one,realm:alpha');
    await stream.take(1);
    await happen(1);
    await stream.take(1);
    await save(realms, 'Login');
    const [saved] = await stream.take(1);
    expect(saved).toMatchObject({
      id: 'sim:one=1,realm:alpha=2',
      event: 'realm',
      data: { realm: 'alpha', kind: 'journeys', id: 'Login', version: 2 },
    });
    const id = stream.lastId() ?? '';
    stream.close();
    await happen(1);
    await save(realms, 'Other');
    const again = await watch('sim:one,realm:alpha', { 'Last-Event-ID': id });
    const names = (await again.take(3)).map(({ event, id: at }) => [event, at]);
    expect(names).toEqual([
      ['event', 'sim:one=2,realm:alpha=2'],
      ['clock', undefined],
      ['realm', 'sim:one=2,realm:alpha=3'],
    ]);
  });

  it('tells of every changed resource, also of those that are gone', async () => {
    const { watch, realms } = await started();
    const stream = await watch('realm:alpha');
    await realms.apply('alpha', {
      puts: [{ kind: 'journeys', key: 'New', body: { tree: { _id: 'New' } } }],
      deletes: [{ kind: 'journeys', key: 'Login' }],
    });
    expect(await stream.take(2)).toEqual([
      { id: undefined, event: 'realm', data: { realm: 'alpha', kind: 'journeys', id: 'Login' } },
      { id: '2', event: 'realm', data: { realm: 'alpha', kind: 'journeys', id: 'New', version: 2 } },
    ]);
    await realms.apply('alpha', { services: { transactionTimeToLive: 1 } });
    expect(await stream.take(1)).toMatchObject([{ id: '3', data: { kind: 'services' } }]);
    // The default journey goes with its journey: one change of both.
    await realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'New' }], services: { transactionTimeToLive: 2 } });
    expect(await stream.take(2)).toMatchObject([
      { id: undefined, data: { kind: 'journeys', id: 'New' } },
      { id: '4', data: { kind: 'services', id: '*' } },
    ]);
  });

  it('tells to read everything again when a gap is too old to be known', async () => {
    const { watch, realms } = await started();
    for (let n = 0; n < 3; n++) await save(realms, 'Login');
    await realms.apply('alpha', { puts: Array.from({ length: 2100 }, (_, n) => ({ kind: 'variables' as const, key: `v${n}`, body: n })) });
    await save(realms, 'Login');
    const stream = await watch('realm:alpha', { 'Last-Event-ID': '3' });
    expect(await stream.take(1)).toEqual([{ id: '6', event: 'realm', data: { realm: 'alpha', kind: '*', id: '*' } }]);
  });

  it('does not believe an id from the future', async () => {
    const { happen, watch } = await started();
    await happen(1);
    const stream = await watch('sim:one', { 'Last-Event-ID': '900' });
    await stream.take(1);
    await happen(1);
    expect(seqs(await stream.take(1))).toEqual([2]);
  });

  it('stays alive with comments', async () => {
    const { watch } = await started({ hub: { heartbeatMs: 20 } });
    const stream = await watch('sim:one');
    await expect.poll(() => stream.comments.filter((comment) => comment === ': still here').length).toBeGreaterThan(2);
  });

  it.each([
    ['', 400],
    ['nonsense', 400],
    ['sim:two', 404],
    ['realm:beta', 404],
    ['sim:one,sim:two', 404],
    ['weather:today', 404],
  ])('of "%s" is a problem %i', async (topics, status) => {
    const { call } = await started();
    const reply = await call('GET', `/api/events?topics=${encodeURIComponent(topics)}`);
    expect([reply.status, reply.json]).toMatchObject([status, { errors: [{ field: '?topics' }] }]);
  });

  it('ends when the server does', async () => {
    const { watch, hub } = await started();
    const stream = await watch('sim:one');
    hub.close();
    await stream.ended;
  });
});

describe('many and slow clients', () => {
  it('all get the same', async () => {
    const { happen, watch, hub } = await started();
    const streams = await Promise.all(Array.from({ length: 40 }, () => watch('sim:one')));
    await happen(20);
    for (const stream of streams) expect(seqs((await stream.take(21)).slice(1))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    for (const stream of streams) stream.close();
    await expect.poll(() => hub.size).toBe(0);
  });

  it('one that does not read is dropped; the others go on', async () => {
    const { happen, watch, hub, port } = await started({ hub: { bufferBytes: 50_000 } });
    const reader = await watch('sim:one');
    const sleeper = connect(port, '127.0.0.1');
    sleeper.pause();
    const closed = new Promise((resolve) => sleeper.once('close', resolve));
    sleeper.on('error', () => undefined);
    sleeper.write('GET /api/events?topics=sim:one HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => hub.size).toBe(2);
    let count = 0;
    for (let n = 0; n < 2_000 && hub.size === 2; n++) {
      await happen(1, 'y'.repeat(20_000));
      count++;
      // The database answers within one turn of the event loop; clients need turns to read.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hub.size).toBe(1);
    sleeper.resume();
    await closed;
    expect(seqs((await reader.take(count + 1)).slice(1)).at(-1)).toBe(count);
  });

  it('one that stops reading while it is given the past is dropped, too', async () => {
    const { happen, hub, port } = await started({ hub: { heartbeatMs: 20, page: 10 } });
    for (let n = 0; n < 60; n++) await happen(10, 'y'.repeat(20_000));
    const sleeper = connect(port, '127.0.0.1');
    sleeper.pause();
    sleeper.on('error', () => undefined);
    sleeper.write('GET /api/events?topics=sim:one&after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => hub.size).toBe(1);
    await expect.poll(() => hub.size, { timeout: 5_000 }).toBe(0);
    sleeper.destroy();
  });

  it('is not one that is sent a lot at once', async () => {
    const { happen, watch } = await started();
    const stream = await watch('sim:one');
    await stream.take(1);
    await happen(1_000, 'y'.repeat(500));
    expect(seqs(await stream.take(1_000)).at(-1)).toBe(1_000);
  });

  it('share one budget', async () => {
    const { happen, watch, hub } = await started({ hub: { totalBytes: 10_000 } });
    await Promise.all([watch('sim:one'), watch('sim:one')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await happen(1, 'y'.repeat(6_000));
    await expect.poll(() => hub.size).toBe(0);
  });
});
