import type { RealmResources } from '@tandem/api';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { noteNode, notesOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { addNoteCommand } from '../store/noteCommands.ts';
import { NotePanel } from './NotePanel.tsx';

afterEach(cleanup);

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

test('a size that no note can have says what would be right, and the note keeps the one it has', () => {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  const adding = addNoteCommand({ x: 0, y: 0 });
  store.run(adding);
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <NotePanel node={noteNode(adding.id)} />
    </EditorContext>,
  );
  const width = () => notesOf(store.getState().document.tree.uiConfig?.annotations)[0]?.width;
  const field = screen.getByLabelText<HTMLInputElement>('Width');
  fireEvent.change(field, { target: { value: '30' } });
  expect(screen.getByText('A whole number from 40 (px).')).toBeTruthy();
  expect([field.value, width()]).toEqual(['30', 220]);
  fireEvent.change(field, { target: { value: '300' } });
  fireEvent.blur(field);
  expect([field.value, width()]).toEqual(['300', 300]);
  act(() => void store.undo());
  expect(field.value).toBe('220');
});
