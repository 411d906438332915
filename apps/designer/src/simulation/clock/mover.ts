import type { MoveClock } from '@tandem/api';
import type { Player } from '../../callbacks/index.ts';
import { moveClock } from '../api.ts';
import { newestOf } from '../derive/runs.ts';
import { type LiveStore, setClock, setRate } from '../live/store.ts';
import { type Traveller, travel } from './travel.ts';

/** How long a stop of the clock waits for the players' requests, and how often it looks. */
const SETTLE_MS = 1500;
const SETTLE_STEP_MS = 15;

interface Parts {
  live: LiveStore;
  /** By the name that stands in their address. */
  players: readonly (readonly [string, Player])[];
  now(): number;
}

/**
 * Carries out orders to the clock of a simulation, with the players of this screen coming back whenever their time has come.
 *
 * @returns what there is to say about it, null when it speaks for itself
 */
export function clockMover({ live, players, now }: Parts): (order: MoveClock) => Promise<string | null> {
  const { id } = live.getState();
  const stateOf = (player: Player) => player.store.getState();

  async function move(order: MoveClock): Promise<number> {
    const answer = await moveClock(id, order);
    const { mode, rate } = live.getState().clock;
    setClock(live, { mode, rate: 'rate' in order ? order.rate : rate, now: answer.now });
    return answer.fired.length;
  }

  /** Until when a latency holds the answer to a player, null when none does. */
  function heldUntil(name: string): number | null {
    const { view } = live.getState();
    const status = view && newestOf(view.state, name)?.status;
    return status?.kind === 'due' && status.due > now() ? status.due : null;
  }

  const traveller: Traveller = {
    now,
    moveTo: async (time) => void (await move({ to: new Date(time).toISOString() })),
    nextStop() {
      const stops = players.flatMap(([name, player]) => [stateOf(player).waitUntil, heldUntil(name)]).filter((stop) => stop !== null);
      const ahead = stops.filter((stop) => stop > now());
      return ahead.length > 0 ? Math.min(...ahead) : null;
    },
    async settled() {
      for (let waited = 0; waited < SETTLE_MS; waited += SETTLE_STEP_MS) {
        await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS));
        const busy = players.some(([name, player]) => {
          const { phase, waitUntil } = stateOf(player);
          return (phase === 'sending' && heldUntil(name) === null) || (phase === 'asked' && waitUntil !== null && waitUntil <= now());
        });
        if (!busy) return;
      }
    },
  };

  return async (order) => {
    if ('rate' in order) {
      // Shown at once: until the answer is here, the shown clock must not run ahead of the simulation's.
      setRate(live, order.rate, now());
      await move(order);
      return null;
    }
    if ('to' in order && order.to === 'next-event') {
      const fired = await move(order);
      return fired === 0 ? 'Nothing is due: the journeys wait for a person.' : null;
    }
    await travel('to' in order ? Date.parse(order.to) : now() + order.advanceMs, traveller);
    return null;
  };
}
