import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { FileJson, History, List, Moon, Puzzle, Radio, Server, Sun, SunMoon, Users, Workflow } from 'lucide-react';
import { type CommandEntry, CommandHost, type CommandTarget, useCommands } from '../commands/index.ts';
import { type Theme, useTheme } from '../theme/theme.ts';
import { journeysQuery } from './queries.ts';
import { designerPath, livePath, navigate, type Route, realmScreenPath, simulationsPath } from './router.ts';

interface AppTools {
  realm: string;
  theme: Theme;
  setTheme(theme: Theme): void;
}

const THEMES = [
  { theme: 'light', title: 'Light theme', icon: Sun },
  { theme: 'dark', title: 'Dark theme', icon: Moon },
  { theme: 'system', title: 'Theme of the system', icon: SunMoon },
] as const;

/** What can be done on every screen. */
const APP_COMMANDS: readonly CommandEntry<AppTools>[] = [
  { id: 'go.journeys', title: 'Go to the journeys', group: 'Go to', icon: List, scope: 'anywhere', run: () => navigate('/') },
  {
    id: 'go.simulations',
    title: 'Go to the simulations: find, keep, open a file',
    group: 'Go to',
    icon: History,
    scope: 'anywhere',
    run: () => navigate(simulationsPath()),
  },
  {
    id: 'go.realm',
    title: 'Go to the realm: people, services, variables, templates, stubs',
    group: 'Go to',
    icon: Users,
    scope: 'anywhere',
    run: ({ realm }) => navigate(realmScreenPath(realm)),
  },
  {
    id: 'go.custom-nodes',
    title: 'Go to the custom nodes: design, import, export',
    group: 'Go to',
    icon: Puzzle,
    scope: 'anywhere',
    run: ({ realm }) => navigate(realmScreenPath(realm, 'custom-nodes')),
  },
  {
    id: 'go.live',
    title: 'Go to the live runs: what applications do at /am',
    group: 'Go to',
    icon: Radio,
    scope: 'anywhere',
    run: ({ realm }) => navigate(livePath(realm)),
  },
  {
    id: 'go.server',
    title: 'Go to the server: sign-in, password of amadmin',
    group: 'Go to',
    icon: Server,
    scope: 'anywhere',
    run: () => navigate('/server'),
  },
  {
    id: 'go.api-reference',
    title: 'Go to the API reference',
    group: 'Go to',
    icon: FileJson,
    scope: 'anywhere',
    run: () => navigate('/api-reference'),
  },
  ...THEMES.map(
    ({ theme, title, icon }): CommandEntry<AppTools> => ({
      id: `theme.${theme}`,
      title,
      group: 'View',
      icon,
      scope: 'anywhere',
      when: (tools) => tools.theme !== theme,
      run: (tools) => tools.setTheme(theme),
    }),
  ),
];

/** The journeys of the realm, as they were last read. */
function journeyTargets(queries: QueryClient, realm: string): CommandTarget[] {
  const list = queries.getQueryData(journeysQuery(realm).queryKey);
  return (list?.journeys ?? []).map(({ id }) => ({
    id: `journey:${realm}/${id}`,
    title: id,
    detail: `Journey of ${realm}`,
    icon: Workflow,
    go: () => navigate(designerPath(realm, id)),
  }));
}

export function AppCommands({ route }: { route: Route }) {
  const realm = 'realm' in route ? route.realm : 'alpha';
  const { theme, setTheme } = useTheme();
  const queries = useQueryClient();
  useCommands(APP_COMMANDS, { realm, theme, setTheme }, { targets: () => journeyTargets(queries, realm) });
  return <CommandHost />;
}
