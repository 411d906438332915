import { NOTE_COLORS } from '@tandem/journey';
import { StickyNote, Trash2 } from 'lucide-react';
import { noteIdOf, notesOf } from '../../canvas/index.ts';
import { Button, Select, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { removeCommand } from '../store/commands.ts';
import { changeNoteCommand } from '../store/noteCommands.ts';

const COLOR_NAMES: Record<string, string> = { yellow: 'Yellow', green: 'Green', blue: 'Blue', purple: 'Purple', red: 'Red' };

/** Colours to choose from, with the one that a file brought. */
export function ColorField({ label, value, onChange }: { label: string; value: string; onChange(color: string): void }) {
  const colors = (NOTE_COLORS as readonly string[]).includes(value) ? NOTE_COLORS : [...NOTE_COLORS, value];
  const options = colors.map((color) => ({ value: color, label: COLOR_NAMES[color] ?? color }));
  return <Select label={label} value={value} onChange={onChange} options={options} />;
}

/** The selected sticky note. */
export function NotePanel({ node }: { node: string }) {
  const { store, resources } = useEditing();
  const annotations = useEditor((state) => state.document.tree.uiConfig?.annotations);
  const id = noteIdOf(node) ?? '';
  const note = notesOf(annotations).find((candidate) => candidate.id === id);
  if (!note) return null;
  const size = (side: 'w' | 'h', text: string) => {
    const value = Number(text);
    if (Number.isFinite(value) && value >= 40) store.run(changeNoteCommand(id, { [side]: value }, 'the size of a note'));
  };
  return (
    <div className="inspector">
      <header className="inspector-head">
        <span className="inspector-icon" data-tone="neutral">
          <StickyNote size={18} aria-hidden="true" />
        </span>
        <h2>Sticky note</h2>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step */}
      <div className="form" onBlur={() => store.endGroup()}>
        <div data-field="text">
          <TextField label="Text" rows={6} value={note.text} onChange={(text) => store.run(changeNoteCommand(id, { text }, 'the text of a note'))} />
        </div>
        <ColorField label="Color" value={note.color} onChange={(color) => store.run(changeNoteCommand(id, { color }, 'the color of a note'))} />
        <TextField
          key={`w${note.width}`}
          label="Width"
          unit="px"
          defaultValue={String(note.width)}
          onBlur={({ target }) => size('w', (target as HTMLInputElement).value)}
        />
        <TextField
          key={`h${note.height}`}
          label="Height"
          unit="px"
          defaultValue={String(note.height)}
          onBlur={({ target }) => size('h', (target as HTMLInputElement).value)}
        />
        <Button
          kind="danger"
          icon={<Trash2 size={15} aria-hidden="true" />}
          onPress={() => store.run(removeCommand(resources.nodeTypes, store.getState().document, [node]))}
        >
          Delete note
        </Button>
      </div>
    </div>
  );
}
