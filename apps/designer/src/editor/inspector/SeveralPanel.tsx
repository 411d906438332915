import { Trash2 } from 'lucide-react';
import { noteIdOf, notesOf } from '../../canvas/index.ts';
import { Button } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { runAloud } from '../runAloud.ts';
import { removeCommand } from '../store/commands.ts';
import { colorNotesCommand } from '../store/noteCommands.ts';
import { ColorField } from './NotePanel.tsx';

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Several nodes or notes are selected: what can be done with all of them. */
export function SeveralPanel({ nodes, notes }: { nodes: readonly string[]; notes: readonly string[] }) {
  const { store, resources } = useEditing();
  const annotations = useEditor((state) => state.document.tree.uiConfig?.annotations);
  const ids = new Set(notes.map(noteIdOf));
  const colors = new Set(notesOf(annotations).flatMap(({ id, color }) => (ids.has(id) ? [color] : [])));
  const [color] = colors;
  const what = [nodes.length > 0 ? counted(nodes.length, 'node') : '', notes.length > 0 ? counted(notes.length, 'sticky note') : ''];
  const words = what.filter(Boolean).join(' and ');
  return (
    <div className="inspector">
      <div className="form">
        <h2>{`${words} selected`}</h2>
        <p className="dim">
          Drag one of them to move all, or use Alt and the arrow keys. The menu key, or a right click, has more: copy, duplicate
          {nodes.length > 1 ? ', align, distribute, tidy up' : ''}.
        </p>
        {notes.length > 0 && color !== undefined ? (
          <ColorField
            label={notes.length === 1 ? 'Color of the note' : 'Color of the notes'}
            value={colors.size === 1 ? color : null}
            onChange={(next) =>
              store.run(
                colorNotesCommand(
                  [...ids].filter((id) => id !== null),
                  next,
                ),
              )
            }
          />
        ) : null}
        <Button
          kind="danger"
          icon={<Trash2 size={15} aria-hidden="true" />}
          onPress={() => runAloud(store, removeCommand(resources.nodeTypes, store.getState().document, [...nodes, ...notes]))}
        >
          {`Delete ${words}`}
        </Button>
      </div>
    </div>
  );
}
