import type { SimulationListEntry } from '@tandem/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { focusWhenLost, toast } from '../components/index.ts';
import { idsOf, keepRun, nameRun } from './api.ts';
import type { RunFilter } from './filter.ts';
import { countText } from './words.ts';

export type Runs = ReturnType<typeof useRuns>;

const rowLink = (id: string) => () => document.querySelector(`[data-run="${CSS.escape(id)}"] a`);

/** What is chosen, named or about to be deleted on the Simulations screen. */
export function useRuns(shown: readonly SimulationListEntry[], filter: RunFilter) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [naming, setNaming] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<{ title: string; error: unknown; retry(): void } | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: ['simulations'] });

  async function keep(id: string, kept: boolean): Promise<void> {
    setFailure(null);
    setBusy((before) => new Set([...before, id]));
    try {
      await keepRun(id, kept);
      await again();
      toast(kept ? 'The simulation is kept' : 'The simulation is kept no longer than others');
    } catch (error) {
      setFailure({ title: 'The pin was not changed', error, retry: () => void keep(id, kept) });
    } finally {
      setBusy((before) => new Set([...before].filter((other) => other !== id)));
    }
  }
  async function chooseAll(): Promise<void> {
    setFailure(null);
    try {
      setChosen(new Set(await idsOf(filter)));
    } catch (error) {
      setFailure({ title: 'The simulations could not be read', error, retry: () => void chooseAll() });
    }
  }
  return {
    chosen,
    naming,
    deleting,
    busy,
    failure,
    setDeleting,
    keep,
    /** Chooses all that fit, on whatever page. */
    chooseAll,
    chooseShown: () => setChosen((before) => new Set([...before, ...shown.map(({ id }) => id)])),
    chooseNone() {
      setChosen(new Set());
      focusWhenLost('.runs-count input', 'main h1');
    },
    choose(id: string, on: boolean) {
      setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
    },
    setNaming(id: string | null) {
      const left = naming;
      setNaming(id);
      if (id === null && left !== null) focusWhenLost(rowLink(left), 'main h1');
    },
    async rename(id: string, name: string): Promise<void> {
      await nameRun(id, name);
      await again();
      setNaming(null);
      toast(name === '' ? 'The name is gone' : `Named ${name}`);
      focusWhenLost(rowLink(id), 'main h1');
    },
    async deleted(ids: readonly string[]): Promise<void> {
      setDeleting(null);
      setChosen((before) => new Set([...before].filter((id) => !ids.includes(id))));
      toast(`Deleted ${countText(ids.length)}`);
      await again();
      focusWhenLost('.runs-count input', 'main h1');
    },
  };
}
