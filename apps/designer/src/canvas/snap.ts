import { create } from 'zustand';

/** The same as the dots of the background. */
export const GRID = 20;
const PLACE = 'tandem.snap';

function stored(): boolean {
  try {
    return localStorage.getItem(PLACE) === 'true';
  } catch {
    return false;
  }
}

/** Whether dragged nodes go to the grid. Without it they go to the lines of near nodes. */
export const useSnap = create<{ on: boolean }>(() => ({ on: stored() }));

export function toggleSnap(): void {
  const on = !useSnap.getState().on;
  useSnap.setState({ on });
  try {
    localStorage.setItem(PLACE, String(on));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

export const toGrid = (value: number): number => Math.round(value / GRID) * GRID;
