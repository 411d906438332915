import {
  Copy,
  Download,
  FileUp,
  House,
  Plus,
  Power,
  PowerOff,
  SlidersHorizontal,
  SquareCheck,
  SquareX,
  Tags,
  Trash2,
  Unlink,
  Waypoints,
} from 'lucide-react';
import type { CommandEntry } from '../commands/index.ts';
import type { JourneyAction } from './dialogs.ts';

export interface LibraryActions {
  /** The chosen journeys. */
  chosen: readonly string[];
  create(): void;
  import(): void;
  orphans(): void;
  act(ids: readonly string[], action: JourneyAction): void;
  chooseShown(): void;
  chooseNone(): void;
}

const GROUP = { group: 'Journeys', scope: 'library' } as const;

/** "Export the chosen journeys", or with the name of the only one. */
function forChosen(action: JourneyAction, verb: string, icon: CommandEntry<LibraryActions>['icon']): CommandEntry<LibraryActions> {
  return {
    ...GROUP,
    id: `library.${action}`,
    title: `${verb} the chosen journeys`,
    titleIn: ({ chosen }) => (chosen.length === 1 ? `${verb} ${chosen[0]}` : `${verb} ${chosen.length} chosen`),
    ...(icon ? { icon } : {}),
    when: ({ chosen }) => chosen.length > 0,
    run: ({ act, chosen }) => act(chosen, action),
  };
}

function forOne(action: JourneyAction, title: string, icon: CommandEntry<LibraryActions>['icon']): CommandEntry<LibraryActions> {
  return {
    ...GROUP,
    id: `library.${action}`,
    title: `${title} the chosen journey`,
    titleIn: ({ chosen }) => `${title} ${chosen[0]}`,
    ...(icon ? { icon } : {}),
    when: ({ chosen }) => chosen.length === 1,
    run: ({ act, chosen }) => act(chosen, action),
  };
}

export const LIBRARY_COMMANDS: readonly CommandEntry<LibraryActions>[] = [
  { ...GROUP, id: 'library.create', title: 'New journey', icon: Plus, run: (tools) => tools.create() },
  { ...GROUP, id: 'library.import', title: 'Import files', icon: FileUp, run: (tools) => tools.import() },
  { ...GROUP, id: 'library.orphans', title: 'Orphaned nodes', icon: Unlink, run: (tools) => tools.orphans() },
  { ...GROUP, id: 'library.chooseShown', title: 'Choose all journeys shown', icon: SquareCheck, run: (tools) => tools.chooseShown() },
  {
    ...GROUP,
    id: 'library.chooseNone',
    title: 'Choose no journey',
    icon: SquareX,
    when: ({ chosen }) => chosen.length > 0,
    run: (tools) => tools.chooseNone(),
  },
  forOne('details', 'Details of', SlidersHorizontal),
  forOne('duplicate', 'Duplicate', Copy),
  forOne('default', 'Default or not:', House),
  forOne('uses', 'Where used:', Waypoints),
  forChosen('export', 'Export', Download),
  forChosen('tag', 'Tag', Tags),
  forChosen('enable', 'Enable', Power),
  forChosen('disable', 'Disable', PowerOff),
  { ...forChosen('delete', 'Delete', Trash2), isDanger: true },
];
