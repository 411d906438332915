import type { RealmResources } from '@tandem/api';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useToasts } from '../../components/toast.ts';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { configIn, definitionFor } from '../store/nodes.ts';
import { JsonTab } from './JsonTab.tsx';

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };
beforeEach(() => useToasts.setState({ toasts: [], status: '', alert: '' }));
afterEach(cleanup);

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Configuration');
function opened() {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  const definition = definitionFor([], store.getState().document, 'wait');
  if (!definition) throw new Error('The fixture has the node.');
  const show = () =>
    render(
      <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
        <JsonTab id="wait" definition={definition} />
      </EditorContext>,
    ).unmount;
  return { store, show, config: () => configIn(store.getState().document, 'wait') };
}

describe('JSON that was not applied when another node is chosen', () => {
  test('is applied where it is valid, as a step that can be undone', () => {
    const { store, show, config } = opened();
    const leave = show();
    fireEvent.change(field(), { target: { value: '{"secondsToWait":9}' } });
    expect(config()).toEqual({ secondsToWait: 3 });
    leave();
    expect(config()).toEqual({ secondsToWait: 9 });
    expect(useToasts.getState().status).toBe('Applied the JSON of Wait');
    expect(store.undo()).toBe('Change JSON of Wait');
  });

  test('is there again where it is not, as long as nothing else changed the settings', () => {
    const { store, show, config } = opened();
    const leave = show();
    fireEvent.change(field(), { target: { value: '{"secondsToWait":' } });
    leave();
    expect(config()).toEqual({ secondsToWait: 3 });
    expect(useToasts.getState().alert).toContain('The JSON of Wait is not valid');
    const leaveAgain = show();
    expect(field().value).toBe('{"secondsToWait":');
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    leaveAgain();
    show();
    expect(field().value).toContain('"secondsToWait": 3');
    expect(store.getState().document).toBe(store.getState().saved);
  });

  test('of a node that was deleted goes with it', () => {
    const { store, show } = opened();
    const leave = show();
    fireEvent.change(field(), { target: { value: '{"secondsToWait":9}' } });
    store.run({ name: 'Delete Wait', apply: ({ nodes: { wait: _, ...nodes }, ...document }) => ({ ...document, nodes }) });
    leave();
    expect(store.getState().document.nodes.wait).toBeUndefined();
  });
});
