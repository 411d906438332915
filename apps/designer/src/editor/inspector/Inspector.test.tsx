import type { RealmResources } from '@tandem/api';
import { commentsOf } from '@tandem/journey';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteNode, notesOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { addNoteCommand, commentCommand } from '../store/noteCommands.ts';
import { Inspector } from './Inspector.tsx';
import { showInspectorTab } from './tab.ts';

beforeEach(() => showInspectorTab('settings'));
afterEach(cleanup);

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

function inspecting() {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <Inspector nameRef={{ current: null }} />
    </EditorContext>,
  );
  const select = (...nodes: string[]) => act(() => store.select({ nodes, edge: null }));
  return { store, select };
}
const shownTab = () => screen.getByRole('tab', { selected: true }).textContent;

test('another node is shown on the tab that was looked at', () => {
  const { select } = inspecting();
  select('wait');
  fireEvent.click(screen.getByRole('tab', { name: 'About' }));
  select('status');
  expect(shownTab()).toBe('About');
  select();
  select('init');
  expect(shownTab()).toBe('About');
});

test('who is led to a field comes to the settings', () => {
  const { select } = inspecting();
  select('wait');
  fireEvent.click(screen.getByRole('tab', { name: 'JSON' }));
  act(() => focusSettings('spamDetectionEnabled'));
  expect(shownTab()).toBe('Settings');
});

test('several notes get one color and are deleted, each as one step', () => {
  const { store, select } = inspecting();
  const adding = [addNoteCommand({ x: 0, y: 0 }), addNoteCommand({ x: 0, y: 200 })];
  for (const command of adding) act(() => store.run(command));
  const notes = () => notesOf(store.getState().document.tree.uiConfig?.annotations);
  select(...adding.map(({ id }) => noteNode(id)), 'wait');
  expect(screen.getByRole('heading').textContent).toBe('1 node and 2 sticky notes selected');
  fireEvent.click(screen.getByRole('button', { name: /Color of the notes/ }));
  fireEvent.click(screen.getByRole('option', { name: 'Blue' }));
  expect(notes().map(({ color }) => color)).toEqual(['blue', 'blue']);
  act(() => void store.undo());
  expect(notes().map(({ color }) => color)).toEqual(['yellow', 'yellow']);
  fireEvent.click(screen.getByRole('button', { name: 'Delete 1 node and 2 sticky notes' }));
  expect([notes(), store.getState().document.tree.nodes?.wait]).toEqual([[], undefined]);
  act(() => void store.undo());
  expect(notes()).toHaveLength(2);
});

describe('comments at a node', () => {
  function commented(...texts: string[]) {
    const { store, select } = inspecting();
    for (const [at, text] of texts.entries()) act(() => store.run(commentCommand([], store.getState().document, 'wait', text, 'yellow', at)));
    select('wait');
    fireEvent.click(screen.getByRole('tab', { name: 'About' }));
    return { store, left: () => commentsOf(store.getState().document.tree, 'wait').map(({ text }) => text) };
  }
  const button = (name: string) => screen.getByRole('button', { name });
  /** As a person: the focus goes to what is pressed. */
  const empty = (name: string, then: HTMLElement) => {
    act(() => screen.getByRole('textbox', { name }).focus());
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: '' } });
    act(() => then.focus());
  };

  test('an emptied one goes when it is left, and the focus stays where the person went', async () => {
    const { left } = commented('Why?', 'Because');
    const elsewhere = screen.getByRole('tab', { name: 'About' });
    empty('Comment 2', elsewhere);
    expect(left()).toEqual(['Why?']);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(elsewhere);
  });

  test('emptied and deleted with its button, it alone goes', () => {
    const { left } = commented('Why?', 'Because');
    empty('Comment', button('Delete comment'));
    fireEvent.click(button('Delete comment'));
    expect(left()).toEqual(['Because']);
  });

  test('a question deleted after it was answered leaves no empty field behind', () => {
    const { left } = commented('Why?');
    fireEvent.click(button('Reply'));
    fireEvent.change(screen.getByRole('textbox', { name: 'Comment 2' }), { target: { value: 'Because' } });
    fireEvent.click(button('Delete comment'));
    expect(left()).toEqual(['Because']);
    expect(screen.queryByRole('textbox', { name: 'Comment 2' })).toBeNull();
  });

  test('the last one deleted, the focus is in the empty field', async () => {
    const { left } = commented('Why?');
    fireEvent.click(button('Delete comment'));
    expect(left()).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Comment' })));
  });
});
