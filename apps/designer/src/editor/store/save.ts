import { conflictSchema, savedJourneySchema } from '@tandem/api';
import { journeyPath, ProblemError, request } from '../../app/index.ts';
import { type EditorStore, isDirty } from './editorStore.ts';

const underWay = new WeakMap<EditorStore, Promise<boolean>>();

/**
 * Saves the document as it stands; after a save that is under way, if that left something. A conflict goes into the store for the dialog; any
 * other failure stays in the store beside the button, with the work kept.
 *
 * @param over the version to overwrite; default the one that was read
 * @returns whether the server has it now
 */
export async function save(store: EditorStore, over?: number): Promise<boolean> {
  for (let earlier = underWay.get(store); earlier; earlier = underWay.get(store)) {
    if ((await earlier) && !isDirty(store.getState())) return true;
  }
  const saving = put(store, over).finally(() => underWay.delete(store));
  underWay.set(store, saving);
  return saving;
}

async function put(store: EditorStore, over: number | undefined): Promise<boolean> {
  // What is typed from here on is a step of its own, so that undo comes by what was saved.
  store.endGroup();
  const { document, baseVersion, realm, id } = store.getState();
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

/**
 * Saves each journey that has something to save.
 *
 * @throws NotSavedError at the first that could not be saved: it may be one that is not on the screen
 */
export async function saveAll(stores: readonly EditorStore[]): Promise<void> {
  for (const store of stores) {
    if (!isDirty(store.getState()) || (await save(store))) continue;
    const { id, saveError } = store.getState();
    throw new NotSavedError(id, saveError);
  }
}

/** A journey that had to be saved first and was not; `cause` is what the server said, null when somebody else saved it in between. */
class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
  readonly errors: ProblemError['errors'];

  constructor(journey: string, cause: unknown) {
    const why =
      cause === null ? 'somebody else saved it in between. Open it and save it there' : cause instanceof Error ? cause.message : String(cause);
    super(`${journey} could not be saved: ${why}`, { cause });
    this.errors = cause instanceof ProblemError ? cause.errors : [];
  }
}
