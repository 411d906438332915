import type { RealmResources } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useContent } from './store/content.ts';
import type { EditorState, EditorStore } from './store/editorStore.ts';

export interface Editing {
  store: EditorStore;
  resources: RealmResources;
  /** Opens a journey beside this one. */
  openJourney(journey: string): void;
  /** Shows a node on its canvas. */
  reveal(node: string): void;
  /** Only the settings of a node are here: nothing leads to its script or to another journey. */
  isForm?: boolean;
}

export const EditorContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditorContext);
  if (editing === null) throw new Error('Only inside of an editor.');
  return editing;
}

export function useEditor<T>(selector: (state: EditorState) => T): T {
  return useStore(useEditing().store, selector);
}

/** What the journey says, wherever its nodes stand; for what reads it. Commands are made of the store's document. */
export function useEditedContent(): JourneyDocument {
  return useContent(useEditing().store);
}
