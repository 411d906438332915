import { saveJourneySchema } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { dropTabDraft, hasTabDraftElsewhere, isDraftAt, readTabDraft, writeTabDraft } from '../../app/tabDrafts.ts';
import { dropAllHistories } from './keptHistory.ts';

const place = (realm: string, id: string) => `tandem.draft.${realm}/${id}`;

export interface Draft {
  baseVersion: number;
  document: JourneyDocument;
  /** As the server had it at `baseVersion`; null when it is not known any more. */
  base: JourneyDocument | null;
}
const documentSchema = saveJourneySchema.omit({ baseVersion: true });
const draftSchema = saveJourneySchema.extend({ base: documentSchema.nullable().catch(null) });

/** Work on a journey that was not saved. `others`: tabs that are open, whose work stays theirs. */
export function readDraft(realm: string, id: string, others?: ReadonlySet<string>): Draft | null {
  const draft = readTabDraft(place(realm, id), (value) => draftSchema.parse(value), others);
  if (draft === null) return null;
  const { baseVersion, base, ...document } = draft;
  return { baseVersion, document, base };
}

/** Whether another tab that is open has work on this journey that it has not saved. */
export const hasDraftElsewhere = (realm: string, id: string, others: ReadonlySet<string>): boolean => hasTabDraftElsewhere(place(realm, id), others);

/** Whether the browser's storage tells with this key of work on the journey. */
export const isDraftKey = (name: string | null, realm: string, id: string): boolean => isDraftAt(name, place(realm, id));

/** @returns false when the browser has no room or forbids it: the person has to be told */
export function writeDraft(realm: string, id: string, { baseVersion, document, base }: Draft): boolean {
  const write = (kept: JourneyDocument | null) => writeTabDraft(place(realm, id), { baseVersion, ...document, base: kept });
  if (write(base)) return true;
  // The work itself comes first when there is no room for everything.
  dropAllHistories();
  return write(base) || write(null);
}

export const dropDraft = (realm: string, id: string): void => dropTabDraft(place(realm, id));
