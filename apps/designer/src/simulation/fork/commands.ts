import { Columns2, GitBranch, GitFork, Swords } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';

export interface ForkTools {
  hasEvents(): boolean;
  fork(): void;
  race(): void;
  showTree(): void;
  compare(): void;
}

const GROUP = 'Fork and compare';

export const FORK_COMMANDS: readonly CommandEntry<ForkTools>[] = [
  {
    id: 'simulation.fork',
    title: 'Fork here',
    group: GROUP,
    icon: GitFork,
    keys: ['Mod+Shift+F'],
    scope: 'simulation',
    whileTyping: true,
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.fork(),
  },
  {
    id: 'simulation.race',
    title: 'Race here: two moves in either order',
    group: GROUP,
    icon: Swords,
    keys: ['Mod+Shift+X'],
    scope: 'simulation',
    whileTyping: true,
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.race(),
  },
  {
    id: 'simulation.forks',
    title: 'Tree of forks',
    group: GROUP,
    icon: GitBranch,
    keys: ['Shift+Alt+B'],
    scope: 'simulation',
    run: (tools) => tools.showTree(),
  },
  {
    id: 'simulation.compare',
    title: 'Compare with another simulation',
    group: GROUP,
    icon: Columns2,
    keys: ['Shift+Alt+C'],
    scope: 'simulation',
    run: (tools) => tools.compare(),
  },
];
