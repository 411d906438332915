// @vitest-environment happy-dom
import type { RealmResources } from '@tandem/api';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { configIn, definitionFor } from '../store/nodes.ts';
import { NodeForm } from './NodeForm.tsx';
import { keysWritten } from './stateKeys.ts';

const resources: RealmResources = { journeys: ['Loop', 'Other'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

function open(id: string) {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  const definition = definitionFor([], store.getState().document, id);
  if (!definition) throw new Error(`The fixture has no ${id}.`);
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <NodeForm id={id} definition={definition} />
    </EditorContext>,
  );
  return { store, config: () => configIn(store.getState().document, id) };
}

afterEach(cleanup);

describe('form of a node', () => {
  test('a wrong number says what would be right and is one undo step', () => {
    const { store, config } = open('init');
    const field = screen.getByLabelText('Max Time (Seconds)');
    fireEvent.change(field, { target: { value: '1' } });
    fireEvent.change(field, { target: { value: '0' } });
    expect(screen.getByText('A whole number from 1 (s).')).toBeTruthy();
    expect(config().timeout).toBe(0);
    expect(store.undo()).toBe('Change Max Time (Seconds) of Start other');
    expect(config().timeout).toBe(120);
  });

  test('an emptied optional field takes the property away', () => {
    const { config } = open('init');
    fireEvent.change(screen.getByLabelText('Max Time (Seconds)'), { target: { value: '' } });
    expect('timeout' in config()).toBe(false);
  });

  test('fields appear only where they apply', () => {
    const { config } = open('init');
    expect(screen.queryByLabelText('Custom Redirect URL')).toBeNull();
    fireEvent.click(screen.getByLabelText('Custom'));
    expect(screen.getByLabelText('Custom Redirect URL')).toBeTruthy();
    fireEvent.click(screen.getAllByLabelText('None')[0] as HTMLElement);
    expect(config().idType).toBe('NONE');
    expect(screen.queryByLabelText('Subject Name Key')).toBeNull();
  });

  test('a switch writes true and false', () => {
    const { config } = open('init');
    fireEvent.click(screen.getByRole('switch', { name: 'Allow Retry' }));
    expect(config().allowRetry).toBe(false);
  });

  test('state keys of the journey name the node that sets them', () => {
    expect(keysWritten([], loopDocument(), null)).toContainEqual({ key: 'backchannel-transaction', by: 'Start other' });
  });
});
