import { commentsOf } from '@tandem/journey';
import { expect, test } from 'vitest';
import { deriveNodes } from '../../canvas/derive.ts';
import { noteNode, notesOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { moveCommand, removeCommand } from './commands.ts';
import { createEditorStore } from './editorStore.ts';
import { addNoteCommand, changeNoteCommand, commentCommand } from './noteCommands.ts';

const open = () => createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
const notes = (store: ReturnType<typeof open>) => notesOf(store.getState().document.tree.uiConfig?.annotations);

test('a note is added, written, moved with nodes, coloured and deleted, each an undo step of its own', () => {
  const store = open();
  const before = store.getState().document;
  const { id, ...command } = addNoteCommand({ x: 1, y: 2 });
  store.run(command);
  store.run(changeNoteCommand(id, { text: 'A' }, 'the text of a note'));
  store.run(changeNoteCommand(id, { text: 'Ask' }, 'the text of a note'));
  store.run(changeNoteCommand(id, { color: 'blue' }, 'the color of a note'));
  store.run(
    moveCommand([], store.getState().document, [
      { id: noteNode(id), x: 10, y: 20 },
      { id: 'wait', x: 5, y: 6 },
    ]),
  );
  expect(notes(store)).toEqual([{ id, text: 'Ask', color: 'blue', x: 10, y: 20, width: 220, height: 100 }]);
  expect(store.getState().document.tree.nodes?.wait).toMatchObject({ x: 5, y: 6 });
  store.select({ nodes: [noteNode(id)], edge: null });
  store.run(removeCommand([], store.getState().document, [noteNode(id), 'wait']));
  expect(notes(store)).toEqual([]);
  expect(store.getState().selection.nodes).toEqual([]);
  const names = Array.from({ length: 5 }, () => store.undo());
  expect(names).toEqual(['Delete 2 nodes and notes', 'Move 2 nodes', 'Change the color of a note', 'Change the text of a note', 'Add a sticky note']);
  expect(store.getState().document).toBe(before);
});

test('a comment is written at a node, and its card says so', () => {
  const store = open();
  store.run(commentCommand([], store.getState().document, 'wait', 'Too long?', 'yellow'));
  const { document, history } = store.getState();
  expect(history.past.at(-1)?.name).toBe('Comment on Wait');
  expect(commentsOf(document.tree, 'wait')[0]?.text).toBe('Too long?');
  expect(deriveNodes(document, []).find(({ id }) => id === 'wait')?.data).toMatchObject({ comment: 'Too long?' });
});
