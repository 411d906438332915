import { type RefObject, useEffect } from 'react';
import type { CanvasHandle } from '../canvas/index.ts';
import { showPlace, takeWantedPlace } from './showPlace.ts';
import type { EditorStore } from './store/editorStore.ts';

/** Once a journey is on the screen, goes to the place that it was opened for. */
export function useWantedPlace(store: EditorStore, canvas: RefObject<CanvasHandle | null>): void {
  useEffect(() => {
    const place = takeWantedPlace(store.getState().id);
    if (place === null) return;
    // A new canvas looks at what is selected first, and hears of its nodes a frame later.
    if (place.node !== null) store.select({ nodes: [place.node], edge: null }, place.child ?? null);
    requestAnimationFrame(() => requestAnimationFrame(() => showPlace({ store, reveal: (node) => canvas.current?.reveal(node) }, place)));
  }, [store, canvas]);
}
