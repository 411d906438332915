import { ArrowDown, ArrowLeftRight, ArrowUp, Target } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';

export interface CompareTools {
  hasDifference(): boolean;
  first(): void;
  next(direction: 1 | -1): void;
  swap(): void;
}

const GROUP = 'Fork and compare';

export const COMPARE_COMMANDS: readonly CommandEntry<CompareTools>[] = [
  {
    id: 'compare.first',
    title: 'To the first difference',
    group: GROUP,
    icon: Target,
    keys: ['Shift+Alt+D'],
    scope: 'simulation',
    when: (tools) => tools.hasDifference(),
    run: (tools) => tools.first(),
  },
  {
    id: 'compare.next',
    title: 'To the next difference',
    group: GROUP,
    icon: ArrowDown,
    keys: ['F8'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.hasDifference(),
    run: (tools) => tools.next(1),
  },
  {
    id: 'compare.previous',
    title: 'To the difference before',
    group: GROUP,
    icon: ArrowUp,
    keys: ['Shift+F8'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.hasDifference(),
    run: (tools) => tools.next(-1),
  },
  {
    id: 'compare.swap',
    title: 'Change sides',
    group: GROUP,
    icon: ArrowLeftRight,
    keys: ['Shift+Alt+X'],
    scope: 'simulation',
    run: (tools) => tools.swap(),
  },
];
