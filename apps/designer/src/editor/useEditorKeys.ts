import { type RefObject, useEffect, useRef } from 'react';
import type { CanvasHandle } from '../canvas/index.ts';
import { hasPendingText, settlePendingText } from './pendingText.ts';
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

/** Text that has nothing to do with the journey (search of the palette, dialogs) and text being edited as a whole keep the browser's undo. */
function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"], [data-own-undo]') !== null) return true;
  const isText = target.closest('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable]') !== null;
  return isText && target.closest('.inspector') === null;
}

/** Keys that act wherever the focus is, and the browser's question before unsaved work is left. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const problemAt = useRef(-1);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { save, run, problems, canvas } = latest.current;
      const command = event.ctrlKey || event.metaKey;
      const letter = event.key.toLowerCase();
      if (command && letter === 's') void save();
      else if (command && event.key === 'Enter') void run();
      else if (event.key === 'F8') {
        const places = problems.filter((problem) => problem.node !== null);
        problemAt.current = (problemAt.current + 1) % Math.max(1, places.length);
        const node = places[problemAt.current]?.node;
        if (node) canvas.current?.reveal(node);
      } else return;
      event.preventDefault();
    };
    // Before any control hears of it: the journey has one history, wherever in the editor the focus is.
    const onUndoKey = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      const isUndo = letter === 'z' && !event.shiftKey;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (letter !== 'z' && letter !== 'y') || hasOwnUndo(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (settlePendingText() && isUndo) return;
      const { store } = latest.current;
      said(isUndo ? 'Undone' : 'Redone', isUndo ? store.undo() : store.redo());
    };
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (dirtyStores().length > 0 || hasPendingText()) event.preventDefault();
    };
    addEventListener('keydown', onUndoKey, { capture: true });
    addEventListener('keydown', onKeyDown);
    addEventListener('beforeunload', onBeforeUnload);
    return () => {
      removeEventListener('keydown', onUndoKey, { capture: true });
      removeEventListener('keydown', onKeyDown);
      removeEventListener('beforeunload', onBeforeUnload);
    };
  }, []);
}
