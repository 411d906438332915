import { Download, FileOutput, Link2, Share2 } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import { FACTS, FORMATS, type Format } from './formats.ts';

export interface ShareTools {
  hasEvents(): boolean;
  share(): void;
  file(): void;
  copyLink(): void;
  copyMoment(): void;
  save(format: Format): void;
}

const GROUP = { group: 'Share and export', scope: 'simulation' } as const;

export const SHARE_COMMANDS: readonly CommandEntry<ShareTools>[] = [
  { ...GROUP, id: 'simulation.share', title: 'Share and export', icon: Share2, keys: ['Mod+E'], run: (tools) => tools.share() },
  { ...GROUP, id: 'simulation.save-file', title: 'Save the simulation as a file', icon: Download, keys: ['Mod+S'], run: (tools) => tools.file() },
  { ...GROUP, id: 'simulation.copy-link', title: 'Copy the link to the simulation', icon: Link2, run: (tools) => tools.copyLink() },
  {
    ...GROUP,
    id: 'simulation.copy-moment',
    title: 'Copy the link to this moment',
    icon: Link2,
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.copyMoment(),
  },
  ...FORMATS.map(
    (format): CommandEntry<ShareTools> => ({
      ...GROUP,
      id: `simulation.export-${format}`,
      title: `Export as ${FACTS[format].title}`,
      icon: FileOutput,
      when: (tools) => tools.hasEvents(),
      run: (tools) => tools.save(format),
    }),
  ),
];
