import { refuse, toast } from '../components/index.ts';
import { commitPendingText } from './pendingText.ts';
import type { EditorStore } from './store/editorStore.ts';
import { save } from './store/save.ts';

/** Saves a journey with what still stands in its fields, and tells so. @returns whether the server has it now */
export async function saveNow(store: EditorStore): Promise<boolean> {
  const left = commitPendingText();
  if (!(await save(store))) return false;
  const { id } = store.getState();
  if (left.length === 0) toast(`Saved ${id}`);
  else refuse(`Saved ${id}, but not what stands in ${left.join(' and ')}: it cannot be stored like this`);
  return true;
}
