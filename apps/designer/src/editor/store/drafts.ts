import { saveJourneySchema } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { dropAllHistories } from './keptHistory.ts';
import { NO_TABS, tabBefore, thisTab } from './tabs.ts';

/** Two tabs may work on one journey, so each keeps its own. */
const place = (realm: string, id: string) => `tandem.draft.${realm}/${id}`;
const key = (realm: string, id: string, tab = thisTab) => `${place(realm, id)}@${tab}`;
const TAB = /^@[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Draft {
  baseVersion: number;
  document: JourneyDocument;
  /** As the server had it at `baseVersion`; null when it is not known any more. */
  base: JourneyDocument | null;
}
const documentSchema = saveJourneySchema.omit({ baseVersion: true });
const draftSchema = saveJourneySchema.extend({ base: documentSchema.nullable().catch(null) });

/**
 * Work that was not saved, kept in the browser: it survives a reload, a crash of the tab and a lost server. It is this tab's from now on.
 *
 * @param others tabs that are open: what they keep stays theirs
 */
export function readDraft(realm: string, id: string, others: ReadonlySet<string> = NO_TABS): Draft | null {
  const found = draftsOf(realm, id)
    .filter(({ tab }) => tab === null || !others.has(tab))
    .flatMap((entry) => {
      const draft = parsed(entry.key);
      return draft ? [{ ...entry, ...draft }] : [];
    })
    .sort((a, b) => rank(b.tab) - rank(a.tab) || b.at - a.at);
  const [first] = found;
  if (!first) return null;
  take(first.key, key(realm, id));
  const { baseVersion, document, base } = first;
  return { baseVersion, document, base };
}

/** What the tab itself had comes before what another one left. */
const rank = (tab: string | null): number => (tab === thisTab ? 2 : tab !== null && tab === tabBefore ? 1 : 0);

/** Whether another tab that is open has work on this journey that it has not saved. */
export function hasDraftElsewhere(realm: string, id: string, others: ReadonlySet<string>): boolean {
  return draftsOf(realm, id).some(({ tab }) => tab !== null && others.has(tab));
}

/** Whether the browser's storage tells with this key of work on the journey. */
export const isDraftKey = (name: string | null, realm: string, id: string): boolean =>
  name?.startsWith(place(realm, id)) === true && TAB.test(name.slice(place(realm, id).length));

/** Drafts of a journey with the tab that keeps each; null: of a time before tabs kept their own. */
function draftsOf(realm: string, id: string): { key: string; tab: string | null }[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    const start = place(realm, id);
    return names.flatMap((name): { key: string; tab: string | null }[] => {
      if (name === start) return [{ key: name, tab: null }];
      return isDraftKey(name, realm, id) ? [{ key: name, tab: name.slice(start.length + 1) }] : [];
    });
  } catch {
    return [];
  }
}

function parsed(name: string): (Draft & { at: number }) | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '') as { at?: unknown };
    const { baseVersion, base, ...document } = draftSchema.parse(kept);
    return { baseVersion, document, base, at: typeof kept.at === 'number' ? kept.at : 0 };
  } catch {
    return null;
  }
}

function take(from: string, to: string): void {
  if (from === to) return;
  try {
    const text = localStorage.getItem(from) ?? '';
    // There may be no room for both.
    localStorage.removeItem(from);
    localStorage.setItem(to, text);
  } catch {
    // Without storage there was nothing to take.
  }
}

/** @returns false when the browser has no room or forbids it: the person has to be told */
export function writeDraft(realm: string, id: string, { baseVersion, document, base }: Draft): boolean {
  const write = (draft: unknown) => {
    try {
      localStorage.setItem(key(realm, id), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  };
  const draft = { baseVersion, ...document, at: Date.now() };
  if (write({ ...draft, base })) return true;
  // The work itself comes first when there is no room for everything.
  dropAllHistories();
  return write({ ...draft, base }) || write({ ...draft, base: null });
}

export function dropDraft(realm: string, id: string): void {
  try {
    localStorage.removeItem(key(realm, id));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
