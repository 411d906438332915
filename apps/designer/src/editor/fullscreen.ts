import { useSyncExternalStore } from 'react';

/** Escape and the browser's own ways out of it are heard here, too. */
function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** Whether the page has the whole screen, and the canvas with it. The whole page and not the canvas alone: dialogs and menus lie beside it. */
export function useFullscreen(): boolean {
  return useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
}

/** Gives the whole screen, or takes it back. A browser may refuse; then all stays as it is. */
export async function toggleFullscreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
    else await document.exitFullscreen();
  } catch {
    // The person sees that nothing happened, and can do nothing about it.
  }
}
