import { useStore } from 'zustand';
import type { EditorStore } from '../store/editorStore.ts';

/** Whether Start leads anywhere: a journey that nobody has begun has no problems, but it is not right either. */
export const useStartsSomewhere = (store: EditorStore): boolean => useStore(store, ({ document }) => Boolean(document.tree.entryNodeId));
