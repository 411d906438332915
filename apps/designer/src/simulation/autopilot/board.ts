import type { PilotParts } from './pilot.ts';

/**
 * Plays the players from the first time that an autopilot is switched on; what decides is not even loaded before.
 *
 * @returns ends it
 */
export function board(parts: PilotParts): () => void {
  let end: (() => void) | undefined;
  let isClosed = false;
  const look = () => {
    const { main, backchannel } = parts.store.getState();
    if (!main.on && !backchannel.on) return;
    unsubscribe();
    void import('./pilot.ts').then(({ fly }) => {
      if (!isClosed) end = fly(parts);
    });
  };
  const unsubscribe = parts.store.subscribe(look);
  look();
  return () => {
    isClosed = true;
    unsubscribe();
    end?.();
  };
}
