import type { EditorStore } from './store/editorStore.ts';

/** Text that its field was left with although it is no value, and what was stored then. */
interface Left {
  text: string;
  written: string;
}
const left = new WeakMap<EditorStore, Map<string, Left>>();

/**
 * What was left in a field: there again when the field is. Null where nothing was, or what is stored is another value by now.
 *
 * @param place the node and its field
 */
export function leftText(store: EditorStore, place: string, written: string): string | null {
  const found = left.get(store)?.get(place);
  return found?.written === written ? found.text : null;
}

/** Keeps what a field is left with, as long as the page; null: nothing. */
export function leaveText(store: EditorStore, place: string, what: Left | null): void {
  const places = left.get(store) ?? new Map<string, Left>();
  left.set(store, places);
  if (what === null) places.delete(place);
  else places.set(place, what);
}
