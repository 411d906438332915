import { createStore } from 'zustand/vanilla';

export type ShareTab = 'link' | 'file' | 'export';

/** Which part of the dialog is open; null: none. */
export const shareStore = createStore<{ tab: ShareTab | null }>(() => ({ tab: null }));

export const openShare = (tab: ShareTab): void => shareStore.setState({ tab });
export const closeShare = (): void => shareStore.setState({ tab: null });
