import { type RefObject, useEffect, useRef } from 'react';
import type { CanvasHandle } from '../canvas/index.ts';
import type { Problem } from './problems/problems.ts';
import type { EditorStore } from './store/editorStore.ts';
import { dirtyStores } from './store/stores.ts';
import { said } from './useCanvasActions.ts';

export interface EditorKeys {
  store: EditorStore;
  save(): Promise<void>;
  run(): Promise<void>;
  problems: readonly Problem[];
  canvas: RefObject<CanvasHandle | null>;
}

const isText = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/** Keys that act wherever the focus is, and the browser's question before unsaved work is left. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const problemAt = useRef(-1);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { store, save, run, problems, canvas } = latest.current;
      const command = event.ctrlKey || event.metaKey;
      const letter = event.key.toLowerCase();
      if (command && letter === 's') void save();
      else if (command && event.key === 'Enter') void run();
      else if (command && letter === 'z' && !isText(event.target))
        said(event.shiftKey ? 'Redone' : 'Undone', event.shiftKey ? store.redo() : store.undo());
      else if (event.key === 'F8') {
        const places = problems.filter((problem) => problem.node !== null);
        problemAt.current = (problemAt.current + 1) % Math.max(1, places.length);
        const node = places[problemAt.current]?.node;
        if (node) canvas.current?.reveal(node);
      } else return;
      event.preventDefault();
    };
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (dirtyStores().length > 0) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    addEventListener('beforeunload', onBeforeUnload);
    return () => {
      removeEventListener('keydown', onKeyDown);
      removeEventListener('beforeunload', onBeforeUnload);
    };
  }, []);
}
