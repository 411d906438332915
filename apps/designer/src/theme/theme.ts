import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'tandem.theme';

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function show(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

interface ThemeStore {
  theme: Theme;
  setTheme(theme: Theme): void;
}

export const useTheme = create<ThemeStore>((set) => ({
  theme: stored(),
  setTheme(theme) {
    show(theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // A browser that forbids storage still shows the theme until the next reload.
    }
    set({ theme });
  },
}));

/** Before the first paint, so that a dark page does not flash light. */
export function showStoredTheme(): void {
  show(stored());
}
