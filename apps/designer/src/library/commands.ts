import { Download, FileUp, Plus } from 'lucide-react';
import type { CommandEntry } from '../commands/index.ts';

interface LibraryTools {
  /** How many journeys are chosen. */
  chosen: number;
  create(): void;
  import(): void;
  export(): void;
}

export const LIBRARY_COMMANDS: readonly CommandEntry<LibraryTools>[] = [
  { id: 'library.create', title: 'New journey', group: 'Journeys', icon: Plus, scope: 'library', run: (tools) => tools.create() },
  { id: 'library.import', title: 'Import files', group: 'Journeys', icon: FileUp, scope: 'library', run: (tools) => tools.import() },
  {
    id: 'library.export',
    title: 'Export the chosen journeys',
    titleIn: ({ chosen }) => `Export ${chosen} chosen`,
    group: 'Journeys',
    icon: Download,
    scope: 'library',
    when: ({ chosen }) => chosen > 0,
    run: (tools) => tools.export(),
  },
];
