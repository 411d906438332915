import { createStore, type StoreApi } from 'zustand';

/** The node of a canvas whose name is being edited in its card. A store of its own: no other card renders when it changes. */
export type RenamingStore = StoreApi<{ node: string | null }>;

export const createRenaming = (): RenamingStore => createStore(() => ({ node: null as string | null }));

/** Where no name can be edited. */
export const noRenaming = createRenaming();
