import { type SaveJourney, saveJourneySchema } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';

const key = (realm: string, id: string) => `tandem.draft.${realm}/${id}`;

export interface Draft {
  baseVersion: number;
  document: JourneyDocument;
}

/** Work that was not saved, kept in the browser: it survives a reload, a crash of the tab and a lost server. */
export function readDraft(realm: string, id: string): Draft | null {
  try {
    const text = localStorage.getItem(key(realm, id));
    if (text === null) return null;
    const { baseVersion, tree, nodes, scripts } = saveJourneySchema.parse(JSON.parse(text));
    return { baseVersion, document: { tree, nodes, scripts } };
  } catch {
    return null;
  }
}

/** @returns false when the browser has no room or forbids it: the person has to be told */
export function writeDraft(realm: string, id: string, { baseVersion, document }: Draft): boolean {
  const { tree, nodes, scripts } = document;
  try {
    localStorage.setItem(key(realm, id), JSON.stringify({ baseVersion, tree, nodes, scripts } satisfies SaveJourney));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(realm: string, id: string): void {
  try {
    localStorage.removeItem(key(realm, id));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
