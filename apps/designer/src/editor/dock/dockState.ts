import { create } from 'zustand';

const PLACE = 'tandem.dock';

interface DockState {
  /** Tab that is shown, or was when the dock was closed. */
  tab: string | null;
  isOpen: boolean;
}

function readDock(text: string | null): DockState {
  try {
    const { tab = null, isOpen = false } = JSON.parse(text ?? '{}') as Partial<Record<keyof DockState, unknown>>;
    return { tab: typeof tab === 'string' ? tab : null, isOpen: isOpen === true };
  } catch {
    return { tab: null, isOpen: false };
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

export const useDock = create<DockState>(() => readDock(stored()));

function set(next: DockState): void {
  useDock.setState(next);
  try {
    localStorage.setItem(PLACE, JSON.stringify(next));
  } catch {
    // Without storage the dock is as it is as long as the page.
  }
}

export const openDockTab = (tab: string): void => set({ tab, isOpen: true });
export const closeDock = (): void => set({ ...useDock.getState(), isOpen: false });
export function toggleDock(): void {
  const state = useDock.getState();
  set({ ...state, isOpen: !state.isOpen });
}
