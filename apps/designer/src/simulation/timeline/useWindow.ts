import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type Heights, scrollTo, type Window, windowOf } from './virtual.ts';

/** As in events.css. */
const LINE = 22;

interface Virtual {
  list: RefObject<HTMLDivElement | null>;
  window: Window;
  /** Follows how high a row is. @returns ends it */
  measure(key: string | number, element: HTMLElement): () => void;
  onScroll(): void;
  reveal(index: number): void;
}

/**
 * Draws a window of a long list. It stays at the end while one is there, as a log does.
 *
 * @param keys of the rows, in order
 * @param follows whether it goes along with what is appended
 */
export function useWindow(count: number, indexOf: (key: string | number) => number, follows: boolean): Virtual {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 200 });
  const [tall, setTall] = useState<ReadonlyMap<string | number, number>>(new Map());
  const atEnd = useRef(true);

  const measure = useCallback((key: string | number, element: HTMLElement) => {
    const rows = new ResizeObserver(() => {
      const height = element.isConnected ? element.getBoundingClientRect().height : 0;
      if (height === 0) return;
      setTall((old) => ((old.get(key) ?? LINE) === height ? old : new Map(old).set(key, height)));
    });
    rows.observe(element);
    return () => rows.disconnect();
  }, []);

  const byIndex = new Map<number, number>();
  for (const [key, height] of tall) {
    const index = indexOf(key);
    if (index >= 0) byIndex.set(index, height);
  }
  const heights: Heights = { line: LINE, tall: byIndex };
  const shown = windowOf(count, heights, view.top, view.height);

  const read = () => {
    const box = list.current;
    if (!box) return;
    atEnd.current = box.scrollTop + box.clientHeight > box.scrollHeight - LINE;
    setView((old) => (old.top === box.scrollTop && old.height === box.clientHeight ? old : { top: box.scrollTop, height: box.clientHeight }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what the list is after it was drawn
  useLayoutEffect(() => {
    const box = list.current;
    if (box && follows && atEnd.current) box.scrollTop = box.scrollHeight;
    read();
  }, [shown.total, follows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one observer for the life of the list
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const boxes = new ResizeObserver(() => {
      if (follows && atEnd.current) box.scrollTop = box.scrollHeight;
      read();
    });
    boxes.observe(box);
    return () => boxes.disconnect();
  }, []);

  return {
    list,
    window: shown,
    onScroll: read,
    reveal(index) {
      const box = list.current;
      const to = box && scrollTo(index, heights, box.scrollTop, box.clientHeight);
      if (box && to !== null) box.scrollTop = to;
    },
    measure,
  };
}
