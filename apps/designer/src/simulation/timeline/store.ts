import type { SimEvent } from '@tandem/api';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Line, lineOf } from '../derive/timeline.ts';
import type { SceneStore } from '../scene/store.ts';
import { type Filter, isShown, NO_FILTER } from './filter.ts';

export interface Timeline {
  filter: Filter;
  /** What the filter lets through, oldest first. */
  lines: readonly Line[];
  /** Lines of the run, filtered out or not. */
  total: number;
}
export type TimelineStore = StoreApi<Timeline> & { show(filter: Partial<Filter>): void };

/** The lines of the run on screen. What is appended costs only itself, however long the run is. */
export function createTimelineStore(scene: SceneStore): TimelineStore {
  const store = createStore<Timeline>(() => ({ filter: NO_FILTER, lines: [], total: 0 }));
  const lineFor = new WeakMap<SimEvent, Line>();
  let read: { events: readonly SimEvent[]; filter: Filter } = { events: [], filter: NO_FILTER };
  const update = () => {
    const now = scene.getState().scene;
    const { filter, lines } = store.getState();
    if (!now || (read.events === now.events && read.filter === filter)) return;
    const { events } = now;
    const known = read.events.length;
    const grew =
      read.filter === filter && known > 0 && events.length >= known && events[0] === read.events[0] && events[known - 1] === read.events[known - 1];
    const fresh: Line[] = [];
    for (const event of grew ? events.slice(known) : events) {
      const line = lineFor.get(event) ?? lineOf(event, now.state.sessions);
      lineFor.set(event, line);
      if (isShown(line, filter)) fresh.push(line);
    }
    read = { events, filter };
    store.setState({ lines: grew ? (fresh.length > 0 ? [...lines, ...fresh] : lines) : fresh, total: events.length });
  };
  scene.subscribe(update);
  return Object.assign(store, {
    show(change: Partial<Filter>) {
      store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
      update();
    },
  });
}
