import type { MoveClock } from '@tandem/api';
import type { Player } from '../../callbacks/index.ts';
import { moveClock } from '../api.ts';
import { newestOf } from '../derive/runs.ts';
import { type LiveStore, setClock, setRate } from '../live/store.ts';
import { type Traveller, travel } from './travel.ts';

/** The longest that a stop of the clock waits for the players' requests; it goes on as soon as they have their answers. */
const SETTLE_MS = 1500;

/** How far a travel has come. */
export interface Progress {
  stop: number;
  about: number;
}

interface Parts {
  live: LiveStore;
  /** By the name that stands in their address. */
  players: readonly (readonly [string, Player])[];
  now(): number;
  stopped(): boolean;
  progress(progress: Progress): void;
}

/**
 * Carries out orders to the clock of a simulation, with the players of this screen coming back whenever their time has come.
 *
 * @returns what there is to say about it, null when it speaks for itself
 */
export function clockMover({ live, players, now, stopped, progress }: Parts): (order: MoveClock) => Promise<string | null> {
  const { id } = live.getState();
  const stateOf = (player: Player) => player.store.getState();

  async function move(order: MoveClock): Promise<number> {
    const answer = await moveClock(id, order);
    // Whatever moves or is stopped is no longer the machine's clock.
    setClock(live, { mode: 'virtual', rate: 'rate' in order ? order.rate : live.getState().clock.rate, now: answer.now });
    return answer.fired.length;
  }

  /** Until when a latency holds the answer to a player, null when none does. */
  function heldUntil(name: string): number | null {
    const { view } = live.getState();
    const status = view && newestOf(view.state, name)?.status;
    return status?.kind === 'due' && status.due > now() ? status.due : null;
  }

  /** Whether a breakpoint holds a player's session: its answer comes when a person lets it go. */
  function isHeld(name: string): boolean {
    const { view } = live.getState();
    return view !== null && newestOf(view.state, name)?.status.kind === 'held';
  }

  const newestHold = () => live.getState().view?.events.findLast(({ kind }) => kind === 'held')?.seq ?? 0;
  let heldBefore = 0;

  /** Whether a player is about to send or to get an answer at this time. */
  function isBusy(): boolean {
    return players.some(([name, player]) => {
      const { phase, waitUntil } = stateOf(player);
      return (phase === 'sending' && heldUntil(name) === null && !isHeld(name)) || (phase === 'asked' && waitUntil !== null && waitUntil <= now());
    });
  }

  const traveller: Traveller = {
    now,
    advance: async (ms) => void (await move({ advanceMs: ms })),
    moveTo: async (time) => void (await move({ to: new Date(time).toISOString() })),
    nextStop() {
      const stops = players.flatMap(([name, player]) => [stateOf(player).waitUntil, heldUntil(name)]).filter((stop) => stop !== null);
      const ahead = stops.filter((stop) => stop > now());
      return ahead.length > 0 ? Math.min(...ahead) : null;
    },
    settled: () =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          for (const end of ends) end();
          resolve();
        };
        const check = () => {
          if (!isBusy()) finish();
        };
        const timer = setTimeout(finish, SETTLE_MS);
        const ends = [live.subscribe(check), ...players.map(([, player]) => player.store.subscribe(check))];
        check();
      }),
    met: () => newestHold() > heldBefore,
    stopped,
    progress: (stop, about) => progress({ stop, about }),
  };

  function nothingDue(): string {
    const sessions = Object.values(live.getState().view?.state.sessions ?? {});
    if (sessions.some(({ status }) => status.kind === 'held')) return 'Nothing is due: a session is held.';
    if (sessions.some(({ status }) => status.kind !== 'ended')) return 'Nothing is due: the journeys wait for a person.';
    return sessions.length === 0 ? 'Nothing is due: no journey was started.' : 'Nothing is due: every journey has ended.';
  }

  return async (order) => {
    if ('rate' in order) {
      // Shown at once: until the answer is here, the shown clock must not run ahead of the simulation's.
      setRate(live, order.rate, now());
      await move(order);
      return null;
    }
    if ('to' in order && order.to === 'next-event') {
      const fired = await move(order);
      return fired === 0 ? nothingDue() : null;
    }
    heldBefore = newestHold();
    const end = await travel('to' in order ? Date.parse(order.to) : now() + order.advanceMs, traveller, 'advanceMs' in order);
    return end === 'held' ? 'Stopped at a breakpoint.' : null;
  };
}
