import type { MoveClock } from '@tandem/api';
import type { SessionRole } from '@tandem/engine/view';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { AmClient, createPlayer, type Player } from '../callbacks/index.ts';
import { createRunStatusStore, type RunStatusStore, setRunStatus } from '../canvas/index.ts';
import { answerMessage } from './api.ts';
import { board } from './autopilot/board.ts';
import { peopleOf } from './autopilot/people.ts';
import { createPilotStore, type PilotStore } from './autopilot/store.ts';
import type { Choices } from './choices.ts';
import { clockMover, type Progress } from './clock/mover.ts';
import { type Control, createControl } from './control/control.ts';
import { runStatusOf } from './derive/runStatus.ts';
import { newestOf } from './derive/runs.ts';
import { simulationWaitClock } from './live/clock.ts';
import { connect } from './live/connect.ts';
import { createLiveStore, type LiveStore } from './live/store.ts';
import { atMoment, momentOf } from './moment/address.ts';
import type { RunHistory } from './moment/histories.ts';
import { createMomentStore, type MomentStore } from './moment/moment.ts';
import { momentSeeker } from './moment/seeker.ts';
import { onePress } from './onePress.ts';
import { recall, rememberSteps } from './players/remember.ts';
import { createSceneStore, type SceneStore } from './scene/store.ts';
import { createTimelineStore, type TimelineStore } from './timeline/store.ts';

/** Names of this screen's two players, as they stand in their addresses and in the log. */
export const AGENT = 'agent';
export const USER = 'user';

/** The last order to the clock. */
export interface OrderState {
  underWay: boolean;
  /** Of a travel with polls on its way. */
  progress: Progress | null;
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
  /** Which moment is on screen; `goTo` changes it. */
  moment: MomentStore;
  /** What is on screen: follows the live state, the moment and the choices. */
  scene: SceneStore;
  /** The lines of the run on screen. */
  timeline: TimelineStore;
  /** Whether each player answers by itself. */
  pilots: PilotStore;
  /** Every moment so far; null until the whole log has been read. */
  history(): RunHistory | null;
  /** Shows the moment right after an event, as soon as the log has been read; null is now. */
  goTo(seq: number | null): void;
  /** What the two canvases show. */
  status: { main: RunStatusStore; backchannel: RunStatusStore };
  /** Simulation time, epoch ms. */
  now(): number;
  startRun(journey: string): void;
  openTransaction(id: string): void;
  /** Follows the link of a mail: the journey goes on in the player of its role. */
  openSuspended(id: string, role: SessionRole): void;
  /** Moves the clock; what came of it stands in `orders`. */
  order(move: MoveClock): Promise<void>;
  orders: StoreApi<OrderState>;
  /** Breakpoints, faults and HTTP stubs. */
  control: Control;
  /** Ends a travel at its next stop. */
  stopOrder(): void;
  reconnect(): void;
  /** @returns what closes it */
  open(): () => void;
}

/** An autopilot leaves each page on screen for so long. */
const PILOT_PAUSE_MS = 250;
/** Later than this after the last step, the address follows the moment. */
const ADDRESS_MS = 250;

/** Runs on this screen are always new ones: without this, the cookie of the run before would end them at once. */
const FORCE: readonly [string, string][] = [['ForceAuth', 'true']];

export function createSimulationSession(id: string): SimulationSession {
  const live = createLiveStore(id);
  const clock = simulationWaitClock({ read: () => live.getState().clock, subscribe: (listener) => live.subscribe(listener) });
  const choices = createStore<Choices>(() => ({ run: null, transaction: null, journey: null }));
  const moment = createMomentStore();
  const scene = createSceneStore({ live, moment, choices });
  const pilots = createPilotStore();
  const timeline = createTimelineStore(scene.store);
  const status = { main: createRunStatusStore(), backchannel: createRunStatusStore() };
  // Every simulation copies one realm; players may start before its name has arrived.
  const realm = () => live.getState().realm || 'alpha';
  const makePlayer = (name: string) =>
    createPlayer(new AmClient({ base: `/sim/${encodeURIComponent(id)}/as/${name}/am`, realm, parameters: FORCE }), clock);
  const agent = makePlayer(AGENT);
  const user = makePlayer(USER);
  const orders = createStore<OrderState>(() => ({ underWay: false, progress: null, note: null, error: null }));
  let connection: ReturnType<typeof connect> | null = null;

  const players = [
    [AGENT, agent],
    [USER, user],
  ] as const;
  let stopped = false;
  const carryOut = clockMover({ live, players, now: clock.now, stopped: () => stopped, progress: (progress) => orders.setState({ progress }) });

  async function order(wanted: MoveClock): Promise<void> {
    if (orders.getState().underWay) return;
    stopped = false;
    orders.setState({ underWay: true, progress: null, note: null, error: null });
    try {
      const note = await carryOut(wanted);
      orders.setState({ underWay: false, progress: null, note: stopped ? 'Stopped on the way.' : note });
    } catch (error) {
      orders.setState({ underWay: false, progress: null, error });
    }
  }

  /** Sent, and the session that it opens has not been heard of: one that a latency holds is there already. */
  const opens = (name: string, player: Player) => () => {
    const { view } = live.getState();
    const { phase, step } = player.store.getState();
    const newest = view && newestOf(view.state, name);
    return phase === 'sending' && step === null && (!newest || newest.status.kind === 'ended');
  };
  const countsAsRun = onePress(opens(AGENT, agent));
  const countsAsOpening = onePress(opens(USER, user));

  const lookAt = momentSeeker({ live, moment, choices, history: scene.history });

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

  const session: SimulationSession = {
    id,
    live,
    agent,
    user,
    choices,
    orders,
    order,
    control: createControl(id, live),
    stopOrder: () => {
      stopped = true;
    },
    moment,
    scene: scene.store,
    timeline,
    pilots,
    history: scene.history,
    goTo: lookAt,
    status,
    now: clock.now,
    startRun(journey) {
      if (!countsAsRun(journey)) return;
      lookAt(null);
      choices.setState({ run: null, transaction: null, journey });
      user.reset();
      agent.start({ type: 'service', value: journey });
    },
    openTransaction(transaction) {
      if (!countsAsOpening(transaction)) return;
      lookAt(null);
      user.start({ type: 'transaction', value: transaction });
    },
    openSuspended(suspended, role) {
      const player = role === 'main' ? agent : user;
      // The link works once: a second press would only be told so.
      if (player.store.getState().phase !== 'sending') player.start({ type: 'suspended', value: suspended });
    },
    reconnect: () => connection?.retry(),
    open() {
      connection = connect(live);
      let resumed = false;
      let address: ReturnType<typeof setTimeout> | undefined;
      const ends = [
        scene.store.subscribe((now, before) => {
          for (const side of ['main', 'backchannel'] as const)
            if (now.scene?.[side] !== before.scene?.[side]) setRunStatus(status[side], runStatusOf(now.scene?.[side] ?? null));
        }),
        moment.subscribe(({ seq }) => {
          // Browsers refuse to change the address as often as one scrubs.
          clearTimeout(address);
          address = setTimeout(() => history.replaceState(history.state, '', atMoment(location.href, seq)), ADDRESS_MS);
        }),
        live.subscribe((state, before) => {
          // What was under way when the server went away is sent again; AM answers the same request the same way.
          if (before.connection !== 'lost' || state.connection !== 'live') return;
          for (const [, player] of players) {
            const { phase, problem } = player.store.getState();
            if (phase === 'sending' || problem !== null) player.retry();
          }
        }),
        live.subscribe((state) => {
          if (resumed || !state.view) return;
          resumed = true;
          resume();
          // One of the live realm's runs, as its list links to it.
          const run = new URLSearchParams(location.search).get('run');
          if (run !== null) choices.setState({ run });
          const asked = momentOf(location.search);
          if (asked !== null) lookAt(asked);
          const people = peopleOf({ live, pilots, players: [agent, user] });
          ends.push(
            people.end,
            board({
              store: pilots,
              live,
              scene: () => scene.store.getState().scene,
              session,
              players: { main: { name: AGENT, player: agent }, backchannel: { name: USER, player: user } },
              person: people.person,
              password: people.password,
              answerPush: (message, body) => answerMessage(id, message, body),
              pause: PILOT_PAUSE_MS,
            }),
          );
          ends.push(rememberSteps(id, AGENT, agent), rememberSteps(id, USER, user));
        }),
      ];
      return () => {
        connection?.close();
        clearTimeout(address);
        for (const end of ends) end();
        agent.stop();
        user.stop();
      };
    },
  };
  return session;
}
