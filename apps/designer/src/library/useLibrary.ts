import type { JourneySummary } from '@tandem/api';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { focusWhenLost, toast } from '../components/index.ts';
import { changeJourneys, setDefaultJourney } from './actions.ts';
import type { JourneyAction, LibraryDialog } from './dialogs.ts';
import { whoMisses } from './missing.ts';

/** What is chosen, which dialog is open, and what happens when something is done with journeys. */
export function useLibrary(realm: string, defaultJourney: string | undefined) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<LibraryDialog | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ title: string; error: unknown; retry(): void } | null>(null);

  const choose = useCallback((id: string, on: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const done = useCallback(
    (message: string, gone: readonly string[] = []) => {
      // The dialog goes first: what it had read of a journey that was renamed or deleted must not be read again.
      flushSync(() => setOpen(null));
      setChosen((before) => new Set([...before].filter((id) => !gone.includes(id))));
      toast(message);
      // What was deleted or renamed had the focus.
      void queries.invalidateQueries().then(() => focusWhenLost('.library-count input', 'main h1'));
    },
    [queries],
  );
  const act = useCallback(
    (ids: readonly string[], action: JourneyAction) => {
      const [id = ''] = ids;
      /** @param run says what was done; null: a dialog asks first */
      const attempt = async (title: string, run: () => Promise<string | null>) => {
        setBusy(true);
        setFailure(null);
        try {
          const said = await run();
          if (said !== null) done(said);
        } catch (error) {
          setFailure({ title, error, retry: () => void attempt(title, run) });
        } finally {
          setBusy(false);
        }
      };
      switch (action) {
        case 'details':
        case 'duplicate':
        case 'uses':
          return setOpen({ kind: action, id });
        case 'export':
        case 'tag':
        case 'delete':
          return setOpen({ kind: action, ids });
        case 'enable':
        case 'disable':
          return void attempt(`The journeys were not ${action}d`, async () => {
            const uses = action === 'disable' ? await whoMisses(realm, ids) : [];
            if (uses.length > 0) {
              setOpen({ kind: 'disable', ids, uses });
              return null;
            }
            const changed = await changeJourneys(realm, { kind: action, ids: [...ids] });
            return switchedWords(action, ids, changed);
          });
        case 'default':
          return void attempt('The default journey was not changed', async () => {
            const next = id === defaultJourney ? null : id;
            await setDefaultJourney(realm, next);
            return next === null ? 'The realm has no default journey' : `${next} is the default journey`;
          });
      }
    },
    [realm, defaultJourney, done],
  );
  return { chosen, setChosen, choose, open, setOpen, act, done, isBusy, failure };
}

/** @param changed those that were otherwise before */
export function switchedWords(action: 'enable' | 'disable', ids: readonly string[], changed: readonly string[]): string {
  const verb = action === 'enable' ? 'Enabled' : 'Disabled';
  return ids.length === 1 ? `${verb} ${ids[0]}` : `${verb} ${changed.length} journeys`;
}

/** Ids of the journeys that are there (still) and chosen. */
export function chosenIn(journeys: readonly JourneySummary[], chosen: ReadonlySet<string>): string[] {
  return journeys.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}
