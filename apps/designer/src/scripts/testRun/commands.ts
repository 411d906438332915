import { FlaskConical } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';

export const RUN_COMMANDS: readonly CommandEntry<() => void>[] = [
  {
    id: 'script.test',
    title: 'Run the script by itself',
    group: 'Script',
    icon: FlaskConical,
    keys: ['Mod+Shift+Enter'],
    scope: 'script',
    run: (start) => start(),
  },
];
