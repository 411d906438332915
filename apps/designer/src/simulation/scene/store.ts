import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choices } from '../choices.ts';
import type { LiveStore } from '../live/store.ts';
import { historyKeeper, type RunHistory } from '../moment/histories.ts';
import type { MomentStore } from '../moment/moment.ts';
import { runEventsKeeper } from './runEvents.ts';
import { type Scene, sceneOf } from './scene.ts';

export type SceneStore = StoreApi<{ scene: Scene | null }>;

interface Parts {
  live: LiveStore;
  moment: MomentStore;
  choices: StoreApi<Choices>;
}

/** Follows the live state, the moment and what is chosen. */
export function createSceneStore({ live, moment, choices }: Parts): { store: SceneStore; history(): RunHistory | null } {
  const history = historyKeeper();
  const eventsOf = runEventsKeeper();
  const store: SceneStore = createStore<{ scene: Scene | null }>(() => ({ scene: null }));
  const update = () => {
    const { view } = live.getState();
    if (!view) return;
    const { scene } = store.getState();
    store.setState({ scene: sceneOf({ view, seq: moment.getState().seq, choices: choices.getState(), history, eventsOf }, scene) });
  };
  live.subscribe(({ view }, before) => {
    if (view !== before.view) update();
  });
  moment.subscribe(update);
  choices.subscribe(update);
  update();
  return {
    store,
    history() {
      const { view } = live.getState();
      return view && !view.unread ? history(view) : null;
    },
  };
}
