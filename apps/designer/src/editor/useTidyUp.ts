import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { boxesOf, notesClear } from '../canvas/index.ts';
import { announce } from '../components/index.ts';
import { tidyCommand } from './store/layout.ts';
import type { PaneTools } from './useCanvasActions.ts';

/** Shorter than this nothing is said. */
const LONG_MS = 400;

export interface TidyUp {
  /** So many nodes are being laid out, and it takes its time; null: no. */
  waitingFor: number | null;
  /** Why the last try did not succeed. */
  error: unknown;
  isRunning(): boolean;
  start(): void;
  stop(): void;
}

/** Selected nodes that a layout would move; null: everything. */
export function chosenForLayout({ store }: Pick<PaneTools, 'store'>): ReadonlySet<string> | null {
  const { document, selection } = store.getState();
  const chosen = selection.nodes.filter((id) => document.tree.nodes?.[id] !== undefined);
  return chosen.length > 1 ? new Set(selection.nodes) : null;
}

/** Lays a journey out, or what is selected of it; as one step of its history. */
export function useTidyUp({ store, kinds, canvas }: Pick<PaneTools, 'store' | 'kinds' | 'canvas'>): TidyUp {
  const running = useRef<AbortController | null>(null);
  const [waitingFor, setWaitingFor] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  const start = useCallback(async () => {
    if (running.current !== null) return;
    setError(null);
    const stopper = new AbortController();
    running.current = stopper;
    const { document } = store.getState();
    const { boxes, links } = boxesOf(document, kinds);
    const chosen = chosenForLayout({ store });
    const count = chosen?.size ?? boxes.filter(({ role }) => role === 'node').length;
    const timer = setTimeout(() => setWaitingFor(count), LONG_MS);
    try {
      const { tidy } = await import('../layout/tidy.ts');
      const places = await tidy(boxes, links, chosen, stopper.signal);
      const before = store.getState().document;
      store.run(tidyCommand(chosen === null ? 'Tidy up' : `Tidy up ${count} nodes`, places, (tidied) => notesClear(tidied, kinds)));
      announce(store.getState().document === before ? 'Everything is tidy already' : `Tidied up ${count} nodes`);
      // The canvas hears of the new places first.
      if (chosen === null) requestAnimationFrame(() => canvas.current?.fit());
    } catch (failure) {
      if (stopper.signal.aborted) announce('Tidying up was stopped');
      else setError(failure);
    } finally {
      clearTimeout(timer);
      setWaitingFor(null);
      running.current = null;
    }
  }, [store, kinds, canvas]);
  useEffect(() => stop, [stop]);
  return useMemo(
    () => ({ waitingFor, error, isRunning: () => running.current !== null, start: () => void start(), stop }),
    [waitingFor, error, start, stop],
  );
}
