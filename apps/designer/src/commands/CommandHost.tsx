import { CircleQuestionMark, Search } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { OverlayOnItsWay } from './OverlayOnItsWay.ts';
import { openHelp, openPalette, useOverlays } from './overlays.ts';
import type { CommandEntry } from './types.ts';
import { useCommands } from './useCommands.ts';

const CommandPalette = lazy(() => import('./CommandPalette.tsx'));
const HelpDialog = lazy(() => import('./HelpDialog.tsx'));
const ContextMenu = lazy(() => import('./ContextMenu.tsx'));

/** Commands about commands, on every screen. */
export const HELP_COMMANDS: readonly CommandEntry<null>[] = [
  {
    id: 'commands.open',
    title: 'Search commands',
    group: 'Help',
    icon: Search,
    keys: ['Mod+K'],
    scope: 'anywhere',
    keysOnly: true,
    menus: ['header'],
    run: openPalette,
  },
  {
    id: 'commands.help',
    title: 'Keyboard help',
    group: 'Help',
    icon: CircleQuestionMark,
    keys: ['?'],
    scope: 'anywhere',
    menus: ['header'],
    run: openHelp,
  },
];

/** Shown once by the app: command palette, help and menus, each loaded when it is first opened. */
export function CommandHost() {
  useCommands(HELP_COMMANDS, null);
  const { palette, help, menu } = useOverlays();
  return (
    <Suspense fallback={<OverlayOnItsWay />}>
      {palette ? <CommandPalette /> : null}
      {help ? <HelpDialog /> : null}
      {menu ? <ContextMenu key={`${menu.x} ${menu.y}`} menu={menu} /> : null}
    </Suspense>
  );
}
