import type { RealmResources } from '@tandem/api';
import { commentsOf } from '@tandem/journey';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { commitPendingText, hasPendingText } from '../pendingText.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { commentCommand } from '../store/noteCommands.ts';
import { CommentField } from './CommentField.tsx';

afterEach(cleanup);

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

/** A node with two comments. */
function open() {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  for (const [at, text] of ['first', 'second'].entries()) store.run(commentCommand([], store.getState().document, 'wait', text, 'yellow', at));
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <CommentField id="wait" />
    </EditorContext>,
  );
  const texts = () => commentsOf(store.getState().document.tree, 'wait').map(({ text }) => text);
  return { texts, field: screen.getByLabelText('Comment') };
}

test('a comment that stands emptied goes with a save, and the focus leaves what another one moves into', async () => {
  const { texts, field } = open();
  field.focus();
  fireEvent.change(field, { target: { value: '' } });
  expect([texts(), hasPendingText()]).toEqual([['first', 'second'], true]);
  act(() => expect(commitPendingText()).toEqual([]));
  expect([texts(), hasPendingText()]).toEqual([['second'], false]);
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Reply'));
});

test('one that is written anew before the save stays', () => {
  const { texts, field } = open();
  fireEvent.change(field, { target: { value: '' } });
  fireEvent.change(field, { target: { value: 'anew' } });
  expect([hasPendingText(), texts()]).toEqual([false, ['anew', 'second']]);
});
