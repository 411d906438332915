import { NO_TABS, tabBefore, thisTab } from './tabs.ts';

/**
 * Unsaved work, kept in the browser at a place of its own: it survives a reload, a crash of the tab and a lost server. Two tabs may work on one
 * thing, so each keeps its own; what a tab that is gone has left is taken by the next that asks.
 */

const TAB = /^@[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const keyAt = (place: string) => `${place}@${thisTab}`;

/** Whether a key of the browser's storage holds work of this place. */
export const isDraftAt = (name: string | null, place: string): boolean => name?.startsWith(place) === true && TAB.test(name.slice(place.length));

/** Drafts of a place with the tab that keeps each; null: of a time before tabs kept their own. */
function draftsAt(place: string): { key: string; tab: string | null }[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return names.flatMap((name): { key: string; tab: string | null }[] => {
      if (name === place) return [{ key: name, tab: null }];
      return isDraftAt(name, place) ? [{ key: name, tab: name.slice(place.length + 1) }] : [];
    });
  } catch {
    return [];
  }
}

/**
 * The work that was kept at a place; this tab keeps it from now on.
 *
 * @param parse throws where it is none
 * @param others tabs that are open: what they keep stays theirs
 */
export function readTabDraft<T>(place: string, parse: (value: unknown) => T, others: ReadonlySet<string> = NO_TABS): T | null {
  const [first] = draftsAt(place)
    .filter(({ tab }) => tab === null || !others.has(tab))
    .flatMap((entry) => {
      const found = parsed(entry.key, parse);
      return found ? [{ ...entry, ...found }] : [];
    })
    .sort((a, b) => rank(b.tab) - rank(a.tab) || b.at - a.at);
  if (!first) return null;
  take(first.key, keyAt(place));
  return first.value;
}

/** What the tab itself had comes before what another one left. */
const rank = (tab: string | null): number => (tab === thisTab ? 2 : tab !== null && tab === tabBefore ? 1 : 0);

function parsed<T>(key: string, parse: (value: unknown) => T): { value: T; at: number } | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as { at?: unknown };
    return { value: parse(kept), at: typeof kept.at === 'number' ? kept.at : 0 };
  } catch {
    return null;
  }
}

function take(from: string, to: string): void {
  if (from === to) return;
  let text: string | null = null;
  try {
    text = localStorage.getItem(from);
    if (text === null) return;
    // There may be no room for both.
    localStorage.removeItem(from);
    localStorage.setItem(to, text);
  } catch {
    putBack(from, text);
  }
}

/** Where the new place took too much room, the work stays at its old one. */
function putBack(key: string, text: string | null): void {
  try {
    if (text !== null) localStorage.setItem(key, text);
  } catch {
    // Without storage there was nothing to take.
  }
}

/** Whether another tab that is open has work at this place that it has not saved. */
export const hasTabDraftElsewhere = (place: string, others: ReadonlySet<string>): boolean =>
  draftsAt(place).some(({ tab }) => tab !== null && others.has(tab));

/** @returns false when the browser has no room or forbids it */
export function writeTabDraft(place: string, value: object): boolean {
  try {
    localStorage.setItem(keyAt(place), JSON.stringify({ ...value, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function dropTabDraft(place: string): void {
  try {
    localStorage.removeItem(keyAt(place));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
