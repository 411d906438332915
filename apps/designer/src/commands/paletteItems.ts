import type { LucideIcon } from 'lucide-react';
import { recentIds } from './recent.ts';
import { activeCommands, activeTargets } from './registry.ts';
import type { ActiveCommand } from './types.ts';

export interface PaletteItem {
  id: string;
  title: string;
  detail: string;
  icon: LucideIcon | undefined;
  /** Absent: a place to go to. */
  command?: ActiveCommand;
  go(): void;
}

/** What can be done now and where one can go, what was used last first. */
export function paletteItems(): PaletteItem[] {
  const commands = activeCommands()
    .filter((command) => command.keysOnly !== true && command.isAvailable())
    .map((command): PaletteItem => ({ id: command.id, title: command.name(), detail: command.group, icon: command.icon, command, go: command.run }));
  const targets = activeTargets().map(({ id, title, detail, icon, go }): PaletteItem => ({ id, title, detail, icon, go }));
  const recent = recentIds();
  const age = ({ id }: PaletteItem) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return [...commands, ...targets].sort((a, b) => age(a) - age(b));
}
