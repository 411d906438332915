import type { SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import type { Run } from '../derive/runs.ts';
import { eventsOfRun } from '../derive/timeline.ts';

/** Keeps the events of the run on screen: of a log that grew only the new ones are looked at, and without any the list stays the same. */
export function runEventsKeeper(): (events: readonly SimEvent[], run: Run | null, sessions: SimulationState['sessions']) => readonly SimEvent[] {
  let kept: { all: readonly SimEvent[]; run: string | undefined; own: readonly SimEvent[] } = { all: [], run: undefined, own: [] };
  return (all, run, sessions) => {
    const known = kept.all.length;
    const grew = kept.run === run?.id && known > 0 && all.length >= known && all[0] === kept.all[0] && all[known - 1] === kept.all[known - 1];
    const fresh = eventsOfRun(grew ? all.slice(known) : all, run, sessions);
    kept = { all, run: run?.id, own: grew ? (fresh.length > 0 ? [...kept.own, ...fresh] : kept.own) : fresh };
    return kept.own;
  };
}
