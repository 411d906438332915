import { CodeXml, History, ListChecks, type LucideIcon, Search } from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { ProblemCount } from '../problems/ProblemCount.tsx';

export interface DockTab {
  /** Stable: which tab was open is remembered under it. */
  id: string;
  title: string;
  icon: LucideIcon;
  /** A word or number beside the title, small: it is loaded with the screen. */
  Summary?: ComponentType;
  /** Loaded when it is first opened. Both find the journey with `useEditing`. */
  Content: LazyExoticComponent<ComponentType>;
}

/** What lies below the canvas, in this order. */
export const DOCK_TABS: readonly DockTab[] = [
  {
    id: 'problems',
    title: 'Problems',
    icon: ListChecks,
    Summary: ProblemCount,
    Content: lazy(async () => ({ default: (await import('../problems/ProblemList.tsx')).ProblemList })),
  },
  {
    id: 'script',
    title: 'Script',
    icon: CodeXml,
    Content: lazy(async () => ({ default: (await import('../../scripts/ScriptTab.tsx')).ScriptTab })),
  },
  {
    id: 'find',
    title: 'Find',
    icon: Search,
    Content: lazy(async () => ({ default: (await import('../find/FindTab.tsx')).FindTab })),
  },
  {
    id: 'versions',
    title: 'Versions',
    icon: History,
    Content: lazy(async () => ({ default: (await import('../../versions/VersionsTab.tsx')).VersionsTab })),
  },
];
