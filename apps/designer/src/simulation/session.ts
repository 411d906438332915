import type { MoveClock } from '@tandem/api';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createRunStatusStore, type RunStatusStore } from '../canvas/index.ts';
import { AmClient, createPlayer, type Player } from '../callbacks/index.ts';
import { moveClock } from './api.ts';
import { simulationWaitClock } from './live/clock.ts';
import { connect } from './live/connect.ts';
import { createLiveStore, type LiveStore, setClock, setRate } from './live/store.ts';
import { newestOf } from './derive/runs.ts';
import { travel, type Traveller } from './clock/travel.ts';
import { recall, rememberSteps } from './players/remember.ts';

/** Names of this screen's two players, as they stand in their addresses and in the log. */
export const AGENT = 'agent';
export const USER = 'user';

export const NO_RUN = '';

export interface Choices {
  /** Run to show; null shows the newest, NO_RUN none: another journey was chosen and waits to be started. */
  run: string | null;
  /** Transaction of that run; null shows the newest. */
  transaction: string | null;
  /** Main journey that New run starts. */
  journey: string | null;
}

/** The last order to the clock. */
export interface OrderState {
  underWay: boolean;
  /** What there is to say about it, e.g. that nothing was due. */
  note: string | null;
  error: unknown;
}

/** One simulation on screen: its live state, the two players and what is chosen. Made once per screen. */
export interface SimulationSession {
  id: string;
  live: LiveStore;
  agent: Player;
  user: Player;
  choices: StoreApi<Choices>;
  /** What the two canvases show. */
  status: { main: RunStatusStore; backchannel: RunStatusStore };
  /** Simulation time, epoch ms. */
  now(): number;
  startRun(journey: string): void;
  openTransaction(id: string): void;
  /** Moves the clock; what came of it stands in `orders`. */
  order(move: MoveClock): Promise<void>;
  orders: StoreApi<OrderState>;
  reconnect(): void;
  /** @returns what closes it */
  open(): () => void;
}

/** How long a stop of the clock waits for the players' requests, and how often it looks. */
const SETTLE_MS = 1500;
const SETTLE_STEP_MS = 15;

/** Runs on this screen are always new ones: without this, the cookie of the run before would end them at once. */
const FORCE: readonly [string, string][] = [['ForceAuth', 'true']];

export function createSimulationSession(id: string): SimulationSession {
  const live = createLiveStore(id);
  const clock = simulationWaitClock({ read: () => live.getState().clock, subscribe: (listener) => live.subscribe(listener) });
  const choices = createStore<Choices>(() => ({ run: null, transaction: null, journey: null }));
  // Every simulation copies one realm; players may start before its name has arrived.
  const realm = () => live.getState().realm || 'alpha';
  const makePlayer = (name: string) => createPlayer(new AmClient({ base: `/sim/${encodeURIComponent(id)}/as/${name}/am`, realm, parameters: FORCE }), clock);
  const agent = makePlayer(AGENT);
  const user = makePlayer(USER);
  const orders = createStore<OrderState>(() => ({ underWay: false, note: null, error: null }));
  let connection: ReturnType<typeof connect> | null = null;

  const players = [[AGENT, agent], [USER, user]] as const;

  async function move(order: MoveClock): Promise<number> {
    const answer = await moveClock(id, order);
    const { mode, rate } = live.getState().clock;
    setClock(live, { mode, rate: 'rate' in order ? order.rate : rate, now: answer.now });
    return answer.fired.length;
  }

  /** Until a latency lets go of the answer to a player, null when none holds it. */
  function heldUntil(name: string): number | null {
    const { view } = live.getState();
    const status = view && newestOf(view.state, name)?.status;
    return status?.kind === 'due' && status.due > clock.now() ? status.due : null;
  }

  const traveller: Traveller = {
    now: clock.now,
    moveTo: async (time) => void (await move({ to: new Date(time).toISOString() })),
    nextStop() {
      const stops = players.flatMap(([name, player]) => [player.store.getState().waitUntil, heldUntil(name)]).filter((stop) => stop !== null && stop > clock.now());
      return stops.length > 0 ? Math.min(...(stops as number[])) : null;
    },
    async settled() {
      for (let waited = 0; waited < SETTLE_MS; waited += SETTLE_STEP_MS) {
        await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS));
        const busy = players.some(([name, player]) => {
          const { phase, waitUntil } = player.store.getState();
          return (phase === 'sending' && heldUntil(name) === null) || (phase === 'asked' && waitUntil !== null && waitUntil <= clock.now());
        });
        if (!busy) return;
      }
    },
  };

  /** What is due next may be a player's own wait: AM is done strictly after it, so the player comes back a moment later. */
  async function moveToNext(): Promise<number> {
    const fired = await move({ to: 'next-event' });
    const now = clock.now();
    if (players.some(([, player]) => player.store.getState().waitUntil === now + 1)) await move({ advanceMs: 1 });
    return fired;
  }

  async function carryOut(wanted: MoveClock): Promise<string | null> {
    if ('rate' in wanted) {
      setRate(live, wanted.rate, clock.now());
      await move(wanted);
    } else if ('to' in wanted && wanted.to === 'next-event') {
      if ((await moveToNext()) === 0) return 'Nothing is due: the journeys wait for a person.';
    } else {
      await travel('advanceMs' in wanted ? clock.now() + wanted.advanceMs : Date.parse(wanted.to), traveller);
    }
    return null;
  }

  async function order(wanted: MoveClock): Promise<void> {
    if (orders.getState().underWay) return;
    orders.setState({ underWay: true, note: null, error: null });
    try {
      orders.setState({ underWay: false, note: await carryOut(wanted) });
    } catch (error) {
      orders.setState({ underWay: false, error });
    }
  }

  /** Once the state is there: shows the questions again that were open before a reload, if the simulation still waits for them. */
  function resume(): void {
    const { view } = live.getState();
    if (!view) return;
    for (const [name, player] of players) {
      const kept = recall(id, name);
      const waits = newestOf(view.state, name)?.status.kind === 'callbacks';
      if (kept && waits && player.store.getState().phase === 'idle') player.resume(kept.target, kept.step, kept.waitUntil);
    }
  }

  return {
    id, live, agent, user, choices, orders, order,
    status: { main: createRunStatusStore(), backchannel: createRunStatusStore() },
    now: clock.now,
    startRun(journey) {
      choices.setState({ run: null, transaction: null, journey });
      user.reset();
      agent.start({ type: 'service', value: journey });
    },
    openTransaction: (transaction) => user.start({ type: 'transaction', value: transaction }),
    reconnect: () => connection?.retry(),
    open() {
      connection = connect(live);
      let resumed = false;
      const ends = [
        live.subscribe((state) => {
          if (resumed || !state.view) return;
          resumed = true;
          resume();
          ends.push(rememberSteps(id, AGENT, agent), rememberSteps(id, USER, user));
        }),
      ];
      return () => {
        connection?.close();
        for (const end of ends) end();
        agent.stop();
        user.stop();
      };
    },
  };
}
