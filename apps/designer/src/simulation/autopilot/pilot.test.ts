import type { SimulationState } from '@tandem/engine/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type Player, type PlayerState, parseAnswer, type Step } from '../../callbacks/index.ts';
import { sessionOfTest, stateOfTest, T0, transactionOfTest } from '../fixtures/state.ts';
import { createLiveStore } from '../live/store.ts';
import type { Scene } from '../scene/scene.ts';
import { fly } from './pilot.ts';
import { createPilotStore, type Side } from './store.ts';

const PAUSE = 250;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const asks = (type: string, outputs: Record<string, unknown>): Step => {
  const output = Object.entries(outputs).map(([name, value]) => ({ name, value }));
  const answer = parseAnswer(200, { authId: 'a', callbacks: [{ type, output, input: [{ name: 'IDToken1', value: '' }] }] } as never);
  if (answer.kind !== 'step') throw new Error('no step');
  return answer;
};
const NAME = asks('NameCallback', { prompt: 'User Name' });
const CHOICE = asks('ChoiceCallback', { prompt: 'How', choices: ['a', 'b'] });
const WAIT = asks('PollingWaitCallback', { waitTime: '5000', message: 'Wait' });

/** A player as the autopilot sees it: what it is asked, and what was done to it. */
function playerOfTest() {
  const store = createStore<PlayerState>(() => ({ phase: 'idle', step: null, stepCount: 0, problem: null, waitUntil: null, target: null }) as never);
  const done: unknown[] = [];
  const player = {
    store,
    setValue: (name: string, value: unknown) => done.push([name, value]),
    submit: () => done.push('submit'),
    choose: (option: number) => done.push(['choose', option]),
  } as unknown as Player;
  const ask = (step: Step, waitUntil: number | null = null) =>
    store.setState((old) => ({ ...old, phase: 'asked', step, stepCount: old.stepCount + 1, waitUntil }));
  return { player, done, ask };
}

function cockpit(changes: Partial<SimulationState> = {}) {
  const state = { ...stateOfTest([sessionOfTest({ player: 'agent' })]), ...changes } as SimulationState;
  const live = createLiveStore('1');
  live.setState({ view: { initial: state, state, seq: 1, events: [] }, clock: { mode: 'virtual', rate: 0, now: T0, heardAt: 0 } });
  const store = createPilotStore();
  const [main, backchannel] = [playerOfTest(), playerOfTest()];
  const ordered: unknown[] = [];
  const opened: string[] = [];
  const orders = createStore(() => ({ underWay: false, progress: null, note: null, error: null }));
  const scene = { nowRun: { transactions: Object.values(state.transactions) } } as unknown as Scene;
  const end = fly({
    store,
    live,
    scene: () => scene,
    session: {
      order: async (move) => void ordered.push(move),
      orders,
      openTransaction(id) {
        opened.push(id);
        // As the real one does: from now on the phone is there.
        backchannel.player.store.setState({ target: { type: 'transaction', value: id }, phase: 'sending' });
      },
      openSuspended: (id) => void opened.push(id),
      now: () => T0,
    },
    players: { main: { name: 'agent', player: main.player }, backchannel: { name: 'user', player: backchannel.player } },
    person: () => ({ userName: 'bjensen' }),
    password: () => 'Secret12!',
    answerPush: async () => undefined,
    pause: PAUSE,
  });
  const turn = (side: Side, on: boolean) => store.setState((all) => ({ ...all, [side]: { on, says: null, stopped: false } }));
  return { store, main, backchannel, ordered, opened, orders, turn, end };
}

test('nothing is answered while it is off', () => {
  const { main } = cockpit();
  main.ask(NAME);
  vi.runAllTimers();
  expect(main.done).toEqual([]);
});

test('a page stays for a moment, is answered once, and what was done is said', () => {
  const { main, store, turn } = cockpit();
  turn('main', true);
  main.ask(NAME);
  vi.advanceTimersByTime(PAUSE - 50);
  expect(main.done).toEqual([]);
  vi.runAllTimers();
  expect(main.done).toEqual([['IDToken1', 'bjensen'], 'submit']);
  expect(store.getState().main.says).toContain('Answered');
});

test('a person who was quicker, or switched it off, is not overruled', () => {
  const quick = cockpit();
  quick.turn('main', true);
  quick.main.ask(NAME);
  vi.advanceTimersByTime(10);
  quick.main.ask(CHOICE);
  const off = cockpit();
  off.turn('main', true);
  off.main.ask(NAME);
  vi.advanceTimersByTime(10);
  off.turn('main', false);
  vi.runAllTimers();
  expect([quick.main.done, off.main.done]).toEqual([[], []]);
});

test('where a choice matters it stops, says so, and lets no time pass', () => {
  const { main, backchannel, store, turn, ordered } = cockpit();
  turn('main', true);
  turn('backchannel', true);
  backchannel.ask(WAIT, T0 + 5000);
  main.ask(CHOICE);
  vi.runAllTimers();
  expect(store.getState().main).toMatchObject({ stopped: true, says: expect.stringContaining('A person has to answer') });
  expect(ordered).toEqual([]);
});

test('where all wait, the clock that stands is moved to the end of the shortest wait', () => {
  const { main, backchannel, turn, ordered } = cockpit();
  turn('main', true);
  turn('backchannel', true);
  main.ask(WAIT, T0 + 5000);
  backchannel.ask(WAIT, T0 + 3000);
  vi.runAllTimers();
  expect(ordered[0]).toEqual({ to: new Date(T0 + 3000).toISOString() });
});

test('but not over an order that is under way', () => {
  const { main, turn, ordered, orders } = cockpit();
  orders.setState({ underWay: true });
  turn('main', true);
  main.ask(WAIT, T0 + 5000);
  vi.runAllTimers();
  expect(ordered).toEqual([]);
});

test('the phone opens the link that has come for it, and one player alone waits until somebody does', () => {
  const transactions = { t1: transactionOfTest({}) };
  const both = cockpit({ transactions });
  both.turn('backchannel', true);
  vi.advanceTimersByTime(1);
  expect(both.opened).toEqual(['t1']);
  both.end();
  const alone = cockpit({ transactions });
  alone.turn('main', true);
  alone.main.ask(WAIT, T0 + 5000);
  vi.runAllTimers();
  expect([alone.opened, alone.ordered]).toEqual([[], []]);
});

test('nothing happens any more once it is closed', () => {
  const { main, turn, end } = cockpit();
  turn('main', true);
  main.ask(NAME);
  vi.advanceTimersByTime(10);
  end();
  vi.runAllTimers();
  expect(main.done).toEqual([]);
});
