import { create } from 'zustand';

/** Tabs of the inspector: every node has all of them. */
export type InspectorTab = 'settings' | 'state' | 'json' | 'about';

interface Shown {
  tab: InspectorTab;
}

/** The tab that is looked at: another node is shown on the same one. */
export const useInspectorTab = create<Shown>(() => ({ tab: 'settings' }));

export const showInspectorTab = (tab: InspectorTab): void => useInspectorTab.setState({ tab });
