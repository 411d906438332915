import { Button } from '../components/index.ts';
import type { EditorStore } from './store/editorStore.ts';

/** Says that unsaved work of an earlier visit is on the canvas. */
export function RestoredBar({ store }: { store: EditorStore }) {
  return (
    <div className="editor-notice" role="status">
      <span>Your unsaved changes are back.</span>
      <Button size="small" onPress={() => store.setState({ restored: false })}>
        Keep working
      </Button>
      <Button size="small" kind="danger" onPress={store.discard}>
        Discard them
      </Button>
    </div>
  );
}
