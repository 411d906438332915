import type { IdentityView } from '@tandem/api';
import { createStore } from 'zustand/vanilla';
import { outputText, type Player } from '../../callbacks/index.ts';
import { readUsers } from '../api.ts';
import type { LiveStore } from '../live/store.ts';
import type { Scene } from '../scene/scene.ts';
import type { PilotStore } from './store.ts';

/** Everybody's password in the realm of the first start, as its identities are made. A realm keeps only hashes: others have to be typed once. */
const FIRST_RUN_PASSWORD = 'Secret12!';

interface Parts {
  live: LiveStore;
  pilots: PilotStore;
  players: readonly Player[];
}

interface People {
  /** Who is played: whom the transaction is about, else whom the main journey has identified, else the first user of the realm. */
  person(scene: Scene | null): IdentityView | null;
  /** The password that was typed last; it is not kept longer than the page. */
  password(): string | null;
  end(): void;
}

/** Knows who can be played. The users are read when an autopilot is switched on for the first time. */
export function peopleOf({ live, pilots, players }: Parts): People {
  const users = createStore<{ list: readonly IdentityView[] | null }>(() => ({ list: null }));
  let typed: string | null = null;
  let asked = false;
  const read = async () => {
    const { realm } = live.getState();
    const { main, backchannel } = pilots.getState();
    if (asked || realm === '' || !(main.on || backchannel.on)) return;
    asked = true;
    try {
      users.setState({ list: (await readUsers(realm)).identities });
    } catch {
      // Without them a person is asked, and the next switch tries again.
      asked = false;
      users.setState({ list: [] });
    }
    // What waited for them goes on.
    pilots.setState((all) => ({ ...all }));
  };
  const ends = [
    pilots.subscribe(() => void read()),
    ...players.map((player) =>
      player.store.subscribe(({ phase, step, values }, before) => {
        if (phase !== 'sending' || before.phase !== 'asked') return;
        const secret = step?.callbacks.find((callback) => callback.type === 'PasswordCallback' && /pass/i.test(outputText(callback, 'prompt')));
        const value = values[secret?.input[0]?.name ?? ''];
        if (typeof value === 'string' && value !== '') typed = value;
      }),
    ),
  ];
  return {
    person(scene) {
      const { list } = users.getState();
      const about = scene?.nowRun?.transactions.at(-1)?.subject?.id ?? scene?.nowRun?.main?.identified;
      return list?.find(({ _id }) => _id === about) ?? list?.find(({ hasPassword }) => hasPassword) ?? null;
    },
    password: () => typed ?? FIRST_RUN_PASSWORD,
    end() {
      for (const end of ends) end();
    },
  };
}
