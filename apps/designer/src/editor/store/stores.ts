import type { JourneyDocumentAnswer } from '@tandem/api';
import { provideUnsavedWork } from '../../app/index.ts';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';
import { createEditorStore, type EditorStore, isDirty } from './editorStore.ts';
import { saveAll } from './save.ts';

const DRAFT_DELAY_MS = 250;
const stores = new Map<string, EditorStore>();

/** Open journeys keep their store, so that undo is still there after a look at another journey. */
export function storeFor(realm: string, answer: JourneyDocumentAnswer): EditorStore {
  const key = `${realm}/${answer.id}`;
  const open = stores.get(key);
  if (open) return open;
  const store = createEditorStore(realm, answer, readDraft(realm, answer.id));
  keepDraft(store);
  stores.set(key, store);
  return store;
}

/** Everything that is open and not saved, of one realm or of all. */
export function dirtyStores(realm?: string): EditorStore[] {
  return [...stores.values()].filter((store) => isDirty(store.getState()) && (realm ?? store.getState().realm) === store.getState().realm);
}

const idOf = (store: EditorStore) => store.getState().id;
provideUnsavedWork({
  journeys: (realm) => dirtyStores(realm).map(idOf),
  save: (realm, journeys) => saveAll(dirtyStores(realm).filter((store) => journeys.includes(idOf(store)))),
});

/** Forgets a journey that is gone. */
export function closeStore(realm: string, id: string): void {
  dropDraft(realm, id);
  stores.delete(`${realm}/${id}`);
}

function keepDraft(store: EditorStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const state = store.getState();
    if (isDirty(state)) writeDraft(state.realm, state.id, { ...state, base: state.saved });
    else dropDraft(state.realm, state.id);
  };
  store.subscribe((state, before) => {
    if (state.document === before.document && state.saved === before.saved) return;
    clearTimeout(timer);
    timer = setTimeout(write, DRAFT_DELAY_MS);
  });
  addEventListener('pagehide', write);
}
