import { addNote } from '@tandem/journey';
import { expect, test } from 'vitest';
import { noteNode, notesOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { createEditorStore } from './editorStore.ts';
import { tidyCommand } from './layout.ts';

test('nodes and the notes that they would lie on move in one step', () => {
  const document = loopDocument();
  const tree = addNote(document.tree, { id: 'n', text: '', color: 'yellow', x: 0, y: 0, w: 220, h: 100 });
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...document, tree }, null);
  const before = store.getState().document;
  store.run(tidyCommand('Tidy up', [{ id: 'page', x: 10, y: 20 }], () => [{ id: noteNode('n'), x: 10, y: -120 }]));
  const after = store.getState().document.tree;
  expect(after.nodes?.page).toMatchObject({ x: 10, y: 20 });
  expect(notesOf(after.uiConfig?.annotations)).toMatchObject([{ x: 10, y: -120 }]);
  expect(store.undo()).toBe('Tidy up');
  expect(store.getState().document).toBe(before);
});
