import type { JourneyDocumentAnswer } from '@tandem/api';
import { NetworkError, provideUnsavedWork } from '../../app/index.ts';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';
import { createEditorStore, type EditorStore, isDirty } from './editorStore.ts';
import { dropHistory, readHistory, writeHistory } from './keptHistory.ts';
import { save, saveAll } from './save.ts';

/** Typing is kept in pauses, every other step at once. */
const TYPING_DELAY_MS = 250;
const stores = new Map<string, EditorStore>();

/** Open journeys keep their store, so that undo is still there after a look at another journey. `others`: tabs whose unsaved work stays theirs. */
export function storeFor(realm: string, answer: JourneyDocumentAnswer, others?: ReadonlySet<string>): EditorStore {
  const key = `${realm}/${answer.id}`;
  const open = stores.get(key);
  if (open) return open;
  const store = createEditorStore(realm, answer, readDraft(realm, answer.id, others), readHistory(realm, answer.id));
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
  async saveUnanswered() {
    const failed = [...stores.values()].filter((store) => store.getState().saveError instanceof NetworkError);
    await Promise.all(failed.map((store) => save(store)));
  },
  save: (realm, journeys) => saveAll(dirtyStores(realm).filter((store) => journeys.includes(idOf(store)))),
});

/** Forgets a journey that is gone. */
export function closeStore(realm: string, id: string): void {
  dropDraft(realm, id);
  dropHistory(realm, id);
  stores.delete(`${realm}/${id}`);
}

function keepDraft(store: EditorStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const state = store.getState();
    const { realm, id } = state;
    const kept = !isDirty(state) || writeDraft(realm, id, { ...state, base: state.saved });
    if (!isDirty(state)) dropDraft(realm, id);
    writeHistory(realm, id, state);
    if (state.draftFailed === kept) store.setState({ draftFailed: !kept });
  };
  store.subscribe((state, before) => {
    if (state.document === before.document && state.saved === before.saved) return;
    clearTimeout(timer);
    timer = setTimeout(write, state.history.past.at(-1)?.group == null ? 0 : TYPING_DELAY_MS);
  });
  addEventListener('pagehide', write);
}
