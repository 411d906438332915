import type { StoreApi } from 'zustand';
import type { Choices } from '../choices.ts';
import type { LiveStore } from '../live/store.ts';
import type { RunHistory } from './histories.ts';
import { goTo, type MomentStore } from './moment.ts';

interface Parts {
  live: LiveStore;
  moment: MomentStore;
  choices: StoreApi<Choices>;
  /** Null until the whole log has been read. */
  history(): RunHistory | null;
}

/** Goes to moments; one that is asked for before the whole log is there is shown when it is. */
export function momentSeeker({ live, moment, choices, history: historyNow }: Parts): (seq: number | null) => void {
  let wanted: number | null = null;
  const seek = (seq: number | null) => {
    const history = historyNow();
    wanted = history ? null : seq;
    if (!history) return;
    const run = seq === null ? undefined : history.event(seq)?.run;
    // The moment is one of that run: what another one shows would be none of it.
    if (run !== undefined && run !== choices.getState().run) choices.setState({ run, transaction: null });
    // A copy of a live run, and the live realm itself, begin later than with the first event of all.
    goTo(moment, seq === null ? null : Math.max(seq, history.start), history.end);
  };
  live.subscribe(({ view }) => {
    if (wanted !== null && view && !view.unread) seek(wanted);
  });
  return seek;
}
