import { conflictSchema, savedJourneySchema } from '@tandem/api';
import { journeyPath, ProblemError, request } from '../../app/index.ts';
import { type EditorStore, isDirty } from './editorStore.ts';

/**
 * Saves the document as it stands. A conflict goes into the store for the dialog; any other failure stays in the store beside the button,
 * with the work kept.
 *
 * @param over the version to overwrite; default the one that was read
 * @returns whether the server has it now
 */
export async function save(store: EditorStore, over?: number): Promise<boolean> {
  const { document, baseVersion, realm, id, saving } = store.getState();
  if (saving) return false;
  store.setState({ saving: true, saveError: null });
  try {
    const { tree, nodes, scripts } = document;
    const body = { baseVersion: over ?? baseVersion, tree, nodes, scripts };
    const answer = await request(journeyPath(realm, id), savedJourneySchema, { method: 'PUT', body });
    store.accepted(document, answer.version);
    return true;
  } catch (error) {
    const conflict = error instanceof ProblemError && error.status === 409 ? conflictSchema.safeParse(error.body) : null;
    if (conflict?.success) store.setState({ conflict: { current: conflict.data.current } });
    else store.setState({ saveError: error });
    return false;
  } finally {
    store.setState({ saving: false });
  }
}

/** Saves when there is something to save. */
export async function saveIfDirty(store: EditorStore): Promise<boolean> {
  return !isDirty(store.getState()) || save(store);
}
