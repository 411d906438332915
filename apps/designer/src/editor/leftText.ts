import type { JourneyDocument } from '@tandem/journey';
import type { EditorStore } from './store/editorStore.ts';
import { configIn } from './store/nodes.ts';

/** Text that its field was left with although it is no value, and what was stored then. */
interface Left {
  text: string;
  written: string;
}
type Places = Map<string, Left>;

/** By journey. The browser's tab keeps it too, so that it is there after a reload. */
const left = new Map<string, Places>();
const keyOf = (realm: string, id: string) => `tandem.left.${realm}/${id}`;

function placesOf(store: EditorStore): Places {
  const { realm, id } = store.getState();
  const key = keyOf(realm, id);
  const known = left.get(key);
  if (known) return known;
  const places = readPlaces(key);
  left.set(key, places);
  return places;
}

function readPlaces(key: string): Places {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    const isLeft = (value: unknown): value is Left =>
      typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'written' in value;
    return new Map(Array.isArray(kept) ? kept.filter((entry): entry is [string, Left] => Array.isArray(entry) && isLeft(entry[1])) : []);
  } catch {
    return new Map();
  }
}

/**
 * What was left in a field: there again when the field is. Null where nothing was, or what is stored is another value by now.
 *
 * @param place the node and its field: "node/field", or the node alone for its whole configuration
 */
export function leftText(store: EditorStore, place: string, written: string): string | null {
  const found = placesOf(store).get(place);
  return found?.written === written ? found.text : null;
}

/** Keeps what a field is left with; null: nothing. */
export function leaveText(store: EditorStore, place: string, what: Left | null): void {
  const { realm, id } = store.getState();
  const places = placesOf(store);
  if (what === null && !places.has(place)) return;
  if (what === null) places.delete(place);
  else places.set(place, what);
  try {
    if (places.size === 0) sessionStorage.removeItem(keyOf(realm, id));
    else sessionStorage.setItem(keyOf(realm, id), JSON.stringify([...places]));
  } catch {
    // Without room the page alone keeps it.
  }
}

/** Forgets what was left in a journey that is gone. */
export function forgetLeftText(realm: string, id: string): void {
  left.delete(keyOf(realm, id));
  try {
    sessionStorage.removeItem(keyOf(realm, id));
  } catch {
    // Nothing was kept.
  }
}

/** Whether a journey's fields hold text that would be lost with the page. */
export function hasLeftText(store: EditorStore): boolean {
  const { document } = store.getState();
  return [...placesOf(store)].some(([place, { written }]) => isThere(document, place, written));
}

/** Whether the field would show it: its node is still there, with the value that it had. */
function isThere(document: JourneyDocument, place: string, written: string): boolean {
  const [node = '', property] = place.split('/');
  if (document.nodes[node] === undefined) return false;
  const config = configIn(document, node);
  if (property === undefined) return JSON.stringify(config, null, 2) === written;
  const value = config[property];
  return value === undefined || JSON.stringify(value, null, 2) === written;
}
