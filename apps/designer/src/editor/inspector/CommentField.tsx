import { canAnnotate, commentOf } from '@tandem/journey';
import { TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { commentCommand } from '../store/noteCommands.ts';
import { ColorField } from './NotePanel.tsx';

/** What somebody wrote at a node of the canvas; kept with the journey, as AIC's comments are. */
export function CommentField({ id }: { id: string }) {
  const { store, resources } = useEditing();
  const tree = useEditor((state) => state.document.tree);
  if (!canAnnotate(tree)) return null;
  const { text, color } = commentOf(tree, id) ?? { text: '', color: 'yellow' };
  const set = (next: string, shade: string) => store.run(commentCommand(resources.nodeTypes, store.getState().document, id, next, shade));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step
    <div className="form" onBlur={() => store.endGroup()}>
      <TextField label="Comment" rows={3} value={text} onChange={(next) => set(next, color)} />
      {text === '' ? null : <ColorField label="Comment color" value={color} onChange={(shade) => set(text, shade)} />}
    </div>
  );
}
