import type { SimEvent } from '@tandem/api';
import { expect, test, vi } from 'vitest';
import { eventOfTest, sessionOfTest, stateOfTest } from '../fixtures/state.ts';
import { addEarlier, addEvents } from '../live/store.ts';
import { createSimulationSession } from '../session.ts';

const start = (seq: number, run: string, journey = 'Desk'): SimEvent =>
  eventOfTest(seq, {
    kind: 'session-started',
    run,
    session: run,
    patch: [[['sessions', run], sessionOfTest({ id: run, run, journey, createdAt: seq * 1000 }) as never]],
  });
const visit = (seq: number, run = 'm1'): SimEvent => eventOfTest(seq, { run, session: run, patch: [[['sessions', run, 'visits', 'a'], seq]] });

function opened(events: SimEvent[]) {
  const session = createSimulationSession('1');
  const empty = stateOfTest([]);
  session.live.setState({ view: { initial: empty, state: empty, seq: 0, events: [] } });
  addEvents(session.live, events);
  const scene = () => session.scene.getState().scene;
  return { session, scene, visits: () => scene()?.main?.visits.a };
}

test('every pane is at the moment that is looked at, and back at now', () => {
  const { session, scene, visits } = opened([start(1, 'm1'), visit(2), visit(3), visit(4)]);
  expect(visits()).toBe(4);
  session.goTo(2);
  expect(visits()).toBe(2);
  expect(scene()?.state.seq).toBe(2);
  session.goTo(0);
  expect(scene()).toMatchObject({ main: null, run: null, nowRun: { id: 'm1' } });
  session.goTo(null);
  expect(visits()).toBe(4);
});

test('the start of a log that begins later is its first moment: whoever goes before it gets there', () => {
  const session = createSimulationSession('1');
  const first = { ...stateOfTest([]), seq: 70 };
  session.live.setState({ view: { initial: first, state: first, seq: 70, events: [] } });
  addEvents(session.live, [start(71, 'm1'), visit(72)]);
  session.goTo(0);
  expect(session.moment.getState().seq).toBe(70);
  expect(session.scene.getState().scene).toMatchObject({ main: null, state: { seq: 70 }, nowRun: { id: 'm1' } });
  // The live realm is read anew from a later event on, while an earlier moment is looked at.
  const later = { ...stateOfTest([]), seq: 71 };
  session.live.setState({ view: { initial: later, state: { ...later, seq: 72 }, seq: 72, events: [visit(72)] } });
  expect(session.scene.getState().scene?.state.seq).toBe(71);
});

test('what happens meanwhile is counted and changes nothing on screen', () => {
  const { session, scene, visits } = opened([start(1, 'm1'), visit(2), visit(3)]);
  session.goTo(2);
  const main = scene()?.main;
  addEvents(session.live, [visit(4), visit(5)]);
  expect(visits()).toBe(2);
  expect(scene()?.main).toBe(main);
  expect((scene()?.newest ?? 0) - session.moment.getState().leftAt).toBe(2);
  expect(session.timeline.getState().lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});

test('a moment of another run shows that run', () => {
  const { session, scene } = opened([start(1, 'm1'), visit(2), start(3, 'm2', 'Other'), visit(4, 'm2')]);
  expect(scene()?.main?.journey).toBe('Other');
  session.goTo(2);
  expect(scene()).toMatchObject({ main: { id: 'm1', journey: 'Desk' }, nowRun: { id: 'm1' } });
});

test('a moment after the newest one is the newest; a log with a hole has moments up to it', () => {
  const { session, scene } = opened([start(1, 'm1'), visit(2)]);
  session.goTo(99);
  expect(scene()?.state.seq).toBe(2);
  const torn = createSimulationSession('2');
  const state = stateOfTest([sessionOfTest({})]);
  torn.live.setState({ view: { initial: stateOfTest([]), state, seq: 9, events: [start(1, 'm1'), visit(2), visit(9)] } });
  torn.goTo(9);
  expect(torn.scene.getState().scene?.state.seq).toBe(2);
});

test('parts that an event did not touch keep their identity, so that their panes do not draw', () => {
  const { session, scene } = opened([start(1, 'm1'), visit(2)]);
  const before = scene();
  addEvents(session.live, [eventOfTest(3, { kind: 'latency', patch: [[['latency', 'a'], 5]], run: undefined, session: undefined })]);
  expect(scene()?.main).toBe(before?.main);
  expect(scene()?.run).toBe(before?.run);
  expect(scene()?.runs).toBe(before?.runs);
  const lines = session.timeline.getState().lines;
  session.goTo(1);
  expect(session.timeline.getState().lines).toBe(lines);
});

test('a moment that is asked for while older events are still being read is shown when they are there', () => {
  const events = [start(1, 'm1'), visit(2), visit(3), visit(4)];
  const { session: whole } = opened(events);
  const { state, seq, initial } = whole.live.getState().view ?? {};
  if (!state || !initial || seq === undefined) throw new Error('There is no view.');
  const session = createSimulationSession('1');
  session.live.setState({ view: { initial, state, seq, events: events.slice(2), unread: 2 } });
  session.goTo(2);
  const scene = () => session.scene.getState().scene;
  expect(scene()).toMatchObject({ seq: null, main: { visits: { a: 4 } }, unread: 2 });
  expect(session.history()).toBeNull();
  addEarlier(session.live, events.slice(0, 2));
  expect(scene()).toMatchObject({ seq: 2, main: { visits: { a: 2 } }, unread: 0 });
  whole.goTo(2);
  expect(scene()?.state).toEqual(whole.scene.getState().scene?.state);
  expect(session.timeline.getState().lines).toEqual(whole.timeline.getState().lines);
  session.goTo(null);
  expect(scene()?.seq).toBeNull();
});

test('the canvas is lit as it was', () => {
  const { session } = opened([start(1, 'm1'), visit(2), visit(3)]);
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  vi.stubGlobal('location', new URL('http://h/'));
  const close = session.open();
  session.goTo(2);
  expect(session.status.main.getState().nodes.a?.visits).toBe(2);
  session.goTo(0);
  expect(session.status.main.getState().nodes).toEqual({});
  close();
  vi.unstubAllGlobals();
});
