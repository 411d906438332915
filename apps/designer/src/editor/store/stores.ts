import type { JourneyDocumentAnswer } from '@tandem/api';
import { NetworkError, provideUnsavedWork } from '../../app/index.ts';
import { forgetLeftText } from '../leftText.ts';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';
import { createEditorStore, type EditorStore, isDirty } from './editorStore.ts';
import { dropHistory, readHistory, writeHistory } from './keptHistory.ts';
import { save, saveAll } from './save.ts';

/** Typing is kept in pauses, every other step at once. */
const TYPING_DELAY_MS = 250;
interface Open {
  store: EditorStore;
  /** Keeps no draft of it any more. */
  stop(): void;
}
const open = new Map<string, Open>();
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};
/** Every journey that is open, saved or not. */
export const openStores = () => [...open.values()].map(({ store }) => store);

/** Open journeys keep their store, so that undo is still there after a look at another journey. `others`: tabs whose unsaved work stays theirs. */
export function storeFor(realm: string, answer: JourneyDocumentAnswer, others?: ReadonlySet<string>): EditorStore {
  const key = `${realm}/${answer.id}`;
  const known = open.get(key);
  if (known) return known.store;
  const store = createEditorStore(realm, answer, readDraft(realm, answer.id, others), readHistory(realm, answer.id));
  open.set(key, { store, stop: keepDraft(store) });
  // Journeys are opened while a screen is drawn; others that follow are drawn after it.
  queueMicrotask(tell);
  return store;
}

/** Everything that is open and not saved, of one realm or of all. */
export function dirtyStores(realm?: string): EditorStore[] {
  return openStores().filter((store) => isDirty(store.getState()) && (realm ?? store.getState().realm) === store.getState().realm);
}

/** Hears when a journey is opened or closed, or an open one changes or is saved. @returns ends it */
export function watchStores(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const idOf = (store: EditorStore) => store.getState().id;
provideUnsavedWork({
  journeys: (realm) => dirtyStores(realm).map(idOf),
  async saveUnanswered() {
    const failed = openStores().filter((store) => store.getState().saveError instanceof NetworkError);
    await Promise.all(failed.map((store) => save(store)));
  },
  save: (realm, journeys) => saveAll(dirtyStores(realm).filter((store) => journeys.includes(idOf(store)))),
});

/** Forgets a journey that is gone, with what was not saved of it. */
export function closeStore(realm: string, id: string): void {
  const key = `${realm}/${id}`;
  open.get(key)?.stop();
  open.delete(key);
  tell();
  dropDraft(realm, id);
  dropHistory(realm, id);
  forgetLeftText(realm, id);
}

/** @returns ends it; what was to be written soon is not */
function keepDraft(store: EditorStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    const { realm, id } = state;
    const kept = !isDirty(state) || writeDraft(realm, id, { ...state, base: state.saved });
    if (!isDirty(state)) dropDraft(realm, id);
    writeHistory(realm, id, state);
    if (state.draftFailed === kept) store.setState({ draftFailed: !kept });
  };
  // A page that is left has what was changed since; what it did not touch another tab may have changed meanwhile.
  const writeNow = () => {
    if (timer !== undefined || store.getState().draftFailed) write();
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document === before.document && state.saved === before.saved) return;
    tell();
    clearTimeout(timer);
    timer = setTimeout(write, state.history.past.at(-1)?.group == null ? 0 : TYPING_DELAY_MS);
  });
  addEventListener('pagehide', writeNow);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener('pagehide', writeNow);
  };
}
