import { NOTE_COLORS } from '@tandem/journey';
import { StickyNote, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { noteIdOf, notesOf } from '../../canvas/index.ts';
import { Button, Select, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { runAloud } from '../runAloud.ts';
import { removeCommand } from '../store/commands.ts';
import { changeNoteCommand } from '../store/noteCommands.ts';

/** As with the note's corner on the canvas. */
const SMALLEST = 40;
const COLOR_NAMES: Record<string, string> = { yellow: 'Yellow', green: 'Green', blue: 'Blue', purple: 'Purple', red: 'Red' };

/** Colours to choose from, with the one that a file brought. */
export function ColorField({ label, value, onChange }: { label: string; value: string | null; onChange(color: string): void }) {
  const colors = value === null || (NOTE_COLORS as readonly string[]).includes(value) ? NOTE_COLORS : [...NOTE_COLORS, value];
  const options = colors.map((color) => ({ value: color, label: COLOR_NAMES[color] ?? color }));
  return <Select label={label} value={value} onChange={onChange} options={options} />;
}

/** A size smaller than a note can be is none: it stays in the field with what would be right, and goes when the field is left. */
function SizeField({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isSize(typed);
  return (
    <TextField
      label={label}
      unit="px"
      inputMode="numeric"
      value={typed ?? String(value)}
      error={isWrong ? `A whole number from ${SMALLEST} (px).` : undefined}
      onChange={(text) => {
        setTyped(text);
        if (isSize(text)) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
const isSize = (text: string) => /^\d+$/.test(text.trim()) && Number(text) >= SMALLEST;

/** The selected sticky note. */
export function NotePanel({ node }: { node: string }) {
  const { store, resources } = useEditing();
  const annotations = useEditor((state) => state.document.tree.uiConfig?.annotations);
  const id = noteIdOf(node) ?? '';
  const note = notesOf(annotations).find((candidate) => candidate.id === id);
  if (!note) return null;
  const resize = (side: 'w' | 'h') => (value: number) => store.run(changeNoteCommand(id, { [side]: value }, 'the size of a note'));
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
        <SizeField label="Width" value={note.width} onChange={resize('w')} />
        <SizeField label="Height" value={note.height} onChange={resize('h')} />
        <Button
          kind="danger"
          icon={<Trash2 size={15} aria-hidden="true" />}
          onPress={() => runAloud(store, removeCommand(resources.nodeTypes, store.getState().document, [node]))}
        >
          Delete note
        </Button>
      </div>
    </div>
  );
}
