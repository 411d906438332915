import { dropTabDraft, writeTabDraft } from '../../app/tabDrafts.ts';
import { dropAllHistories } from '../../editor/store/keptHistory.ts';

/**
 * Keeps work at its place in the browser; null: forgets it.
 *
 * @returns false when there is no room: the person has to be told
 */
export function keepDraft(place: string, draft: object | null): boolean {
  if (draft === null) dropTabDraft(place);
  if (draft === null || writeTabDraft(place, draft)) return true;
  // Work comes first: no journey's history of undo is worth more.
  dropAllHistories();
  return writeTabDraft(place, draft);
}
