import type { CustomNodeTab } from '../../app/index.ts';

/** The tab of each part of a type, for what is wrong with it. */
const TAB_OF: Record<string, CustomNodeTab> = {
  displayName: 'details',
  tags: 'details',
  properties: 'properties',
  outcomes: 'settings',
  inputs: 'settings',
  outputs: 'settings',
};
/** What each tab is called. */
export const TAB_WORDS: Record<CustomNodeTab, string> = {
  overview: 'Overview',
  details: 'Details',
  properties: 'Properties',
  settings: 'Settings',
  script: 'Script',
};
export const tabOf = (field: string | undefined): CustomNodeTab => TAB_OF[(field ?? '').split('.')[0] ?? ''] ?? 'details';
export const TABS: readonly CustomNodeTab[] = ['overview', 'details', 'properties', 'settings', 'script'];
/** The tab that the address names. */
export const asked = (): CustomNodeTab | undefined => TABS.find((tab) => tab === new URLSearchParams(location.search).get('tab'));
/** The journey that the address says the person came from. */
export const cameFrom = (): string | null => new URLSearchParams(location.search).get('from');
