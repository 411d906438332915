import type { RealmResources } from '@tandem/api';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteNode, notesOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { addNoteCommand } from '../store/noteCommands.ts';
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
