import { create } from 'zustand';
import type { MenuPlace } from './types.ts';

export interface OpenMenu {
  place: MenuPlace;
  /** What it is about, for its name. */
  label: string;
  x: number;
  y: number;
}
interface Overlays {
  palette: boolean;
  /** What was typed for the palette before it was there. */
  typed: string;
  help: boolean;
  menu: OpenMenu | null;
}

/** What the command host shows on top of the screen; one at a time. */
export const useOverlays = create<Overlays>(() => ({ palette: false, typed: '', help: false, menu: null }));
const NONE: Overlays = { palette: false, typed: '', help: false, menu: null };

export const openPalette = (): void => useOverlays.setState({ ...NONE, palette: true });
export const openHelp = (): void => useOverlays.setState({ ...NONE, help: true });
export const openMenu = (menu: OpenMenu): void => useOverlays.setState({ ...NONE, menu });
export const closeOverlays = (): void => useOverlays.setState(NONE);

/** Closes, lets the focus go back to where it was, and goes on from there. */
export function closeAnd(run: () => void): void {
  closeOverlays();
  requestAnimationFrame(() => requestAnimationFrame(run));
}
