import type { JourneyDocument } from '@tandem/journey';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { journeyQuery } from '../../app/index.ts';
import { loopDocument, resource } from '../../testing/documents.ts';
import { useDock } from '../dock/dockState.ts';
import { useScriptPlace } from '../dock/scriptPlace.ts';
import { EditorContext } from '../EditorContext.ts';
import { takeWantedPlace } from '../showPlace.ts';
import { renameCommand } from '../store/commands.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { closeStore, storeFor } from '../store/stores.ts';
import { FindTab } from './FindTab.tsx';
import { useFind } from './findState.ts';

/** The loop with a script at its end, under a name. */
function scripted(name: string): JourneyDocument {
  const loop = loopDocument();
  return {
    tree: {
      ...loop.tree,
      _id: name,
      nodes: { ...loop.tree.nodes, decide: { nodeType: 'ScriptedDecisionNode', displayName: 'Decide', x: 1300, y: 500, connections: {} } },
    },
    nodes: { ...loop.nodes, decide: resource('ScriptedDecisionNode', 'decide', { script: 's', outcomes: ['ok'] }) },
    scripts: { s: { _id: 's', name: 'Chooses', script: 'var a = 1;\nvar marker = 2;\noutcome = "ok";' } },
  };
}

const openJourney = vi.fn();
function open() {
  history.replaceState(null, '', '/realms/alpha/journeys/Loop?beside=Beside');
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...scripted('Loop') }, null);
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  for (const id of ['Beside', 'Other']) client.setQueryData(journeyQuery('alpha', id).queryKey, { id, version: 1, ...scripted(id) });
  const resources = { journeys: ['Loop', 'Beside', 'Other'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };
  const revealed: string[] = [];
  render(
    <QueryClientProvider client={client}>
      <EditorContext value={{ store, resources, openJourney, reveal: (node) => void revealed.push(node) }}>
        <FindTab />
      </EditorContext>
    </QueryClientProvider>,
  );
  const field = screen.getByRole('searchbox', { name: 'Find' });
  return { store, revealed, field, look: (query: string) => fireEvent.change(field, { target: { value: query } }) };
}
const current = () => screen.getAllByRole('option').findIndex((row) => row.getAttribute('aria-selected') === 'true');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  useFind.setState({ query: '', everywhere: false, current: null });
  useScriptPlace.setState({ wanted: null });
  openJourney.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe('what was found', () => {
  test('is gone through with the arrow keys while the field keeps the focus; Enter opens the current one', () => {
    const { store, revealed, field, look } = open();
    look('o');
    const rows = screen.getAllByRole('option');
    expect(rows.length).toBeGreaterThan(3);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(current()).toBe(1);
    expect(field.getAttribute('aria-activedescendant')).toBe(rows[1]?.id);
    look('Wait');
    expect(current()).toBe(0);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(revealed).toEqual(['wait']);
    expect(store.getState().selection.nodes).toEqual(['wait']);
  });

  test('in a page selects what stands on it', () => {
    const { store, look } = open();
    look('Who');
    fireEvent.click(screen.getByRole('option', { name: /Who/ }));
    expect(store.getState()).toMatchObject({ selection: { nodes: ['page'] }, child: 'name' });
  });

  test('in a script opens it at its line', () => {
    const { store, look } = open();
    look('marker');
    fireEvent.click(screen.getByRole('option'));
    expect(store.getState().selection.nodes).toEqual(['decide']);
    vi.runAllTimers();
    expect(useScriptPlace.getState().wanted).toEqual({ script: 's', line: 2 });
    expect(useDock.getState()).toMatchObject({ tab: 'script', isOpen: true });
  });

  test('in another journey opens that, and the place is shown when it is there', () => {
    const { look } = open();
    useFind.setState({ everywhere: true });
    look('marker');
    fireEvent.click(screen.getByRole('option', { name: /Other/ }));
    expect(location.pathname).toBe('/realms/alpha/journeys/Other');
    expect(takeWantedPlace('Other')).toMatchObject({ node: 'decide', script: { script: 's', line: 2 } });
    expect(takeWantedPlace('Other')).toBeNull();
  });

  test('in the journey beside this one goes over to that', () => {
    const { look } = open();
    useFind.setState({ everywhere: true });
    look('marker');
    fireEvent.click(screen.getByRole('option', { name: /Beside/ }));
    expect(openJourney).toHaveBeenCalledWith('Beside');
    expect(location.pathname).toBe('/realms/alpha/journeys/Loop');
    expect(takeWantedPlace('Elsewhere')).toBeNull();
    expect(takeWantedPlace('Beside')).toBeNull();
  });

  test('in the journey beside this one is what stands there now, saved or not', () => {
    const beside = storeFor('alpha', { id: 'Beside', version: 1, ...scripted('Beside') });
    beside.run(renameCommand([], beside.getState().document, 'wait', 'Nowhere else'));
    const { look } = open();
    useFind.setState({ everywhere: true });
    look('Nowhere else');
    expect(screen.getByRole('option', { name: /Nowhere else.*Beside/ })).toBeTruthy();
    closeStore('alpha', 'Beside');
  });
});
