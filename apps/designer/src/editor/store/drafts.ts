import { saveJourneySchema } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { dropAllHistories } from './keptHistory.ts';

const key = (realm: string, id: string) => `tandem.draft.${realm}/${id}`;

export interface Draft {
  baseVersion: number;
  document: JourneyDocument;
  /** As the server had it at `baseVersion`; null when it is not known any more. */
  base: JourneyDocument | null;
}
const documentSchema = saveJourneySchema.omit({ baseVersion: true });
const draftSchema = saveJourneySchema.extend({ base: documentSchema.nullable().catch(null) });

/** Work that was not saved, kept in the browser: it survives a reload, a crash of the tab and a lost server. */
export function readDraft(realm: string, id: string): Draft | null {
  try {
    const text = localStorage.getItem(key(realm, id));
    if (text === null) return null;
    const { baseVersion, base, ...document } = draftSchema.parse(JSON.parse(text));
    return { baseVersion, document, base };
  } catch {
    return null;
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
  const draft = { baseVersion, ...document };
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
