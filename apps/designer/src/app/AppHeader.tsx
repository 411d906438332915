import './app.css';
import { Monitor, Moon, Server, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../components/index.ts';
import { type Theme, useTheme } from '../theme/theme.ts';
import { Link } from './Link.tsx';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICON = { system: Monitor, light: Sun, dark: Moon };

function ThemeButton() {
  const { theme, setTheme } = useTheme();
  const Shown = ICON[theme];
  return (
    <IconButton
      label={`Theme: ${theme}. Change to ${NEXT[theme]}`}
      icon={<Shown size={16} aria-hidden="true" />}
      onPress={() => setTheme(NEXT[theme])}
    />
  );
}

/** The bar on top of every screen: where one is on the left, what one can do on the right. */
export function AppHeader({ children, actions }: { children?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="app-header">
      <Link href="/" className="brand">
        <span className="brand-mark" aria-hidden="true" />
        Tandem
      </Link>
      <div className="crumbs">{children}</div>
      <div className="app-actions">
        {actions}
        <ThemeButton />
        <Link href="/server" className="icon-button" aria-label="Server" title="Server: sign-in, password, API">
          <Server size={16} aria-hidden="true" />
        </Link>
      </div>
    </header>
  );
}
