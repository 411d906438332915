// @vitest-environment happy-dom
import type { RealmKnowledge, RealmResources } from '@tandem/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { knowledgeQuery } from '../../app/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { configIn, definitionFor } from '../store/nodes.ts';
import { NodeForm } from './NodeForm.tsx';
import { keysWritten } from './stateKeys.ts';

const resources: RealmResources = { journeys: ['Loop', 'Other'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

const knowledge: RealmKnowledge = {
  journeys: { Other: { tree: { _id: 'Other' } } },
  nodes: {},
  scripts: {},
  nodeTypes: {},
  emailTemplates: {},
  variables: { 'esv-journey-suffix': null },
  services: { transactionTimeToLive: 180 },
};

function open(id: string) {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  const definition = definitionFor([], store.getState().document, id);
  if (!definition) throw new Error(`The fixture has no ${id}.`);
  store.select({ nodes: [id], edge: null });
  const client = new QueryClient();
  client.setQueryData(knowledgeQuery('alpha').queryKey, knowledge);
  render(
    <QueryClientProvider client={client}>
      <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
        <NodeForm id={id} definition={definition} />
      </EditorContext>
    </QueryClientProvider>,
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

  test('a setting that differs from its default says so, and goes back to it as one step', () => {
    const { store, config } = open('wait');
    fireEvent.click(screen.getByRole('button', { name: 'Differs from the default. Reset Seconds To Wait to 8' }));
    expect(config().secondsToWait).toBe(8);
    expect(screen.queryByRole('button', { name: /^Differs from the default/ })).toBeNull();
    expect(store.undo()).toBe('Change Seconds To Wait of Wait');
  });

  test('a state key says where it comes from, by the way that leads to the node', async () => {
    open('init');
    expect(await screen.findByText('set by Who', {}, { timeout: 15_000 })).toBeTruthy();
  });

  test('state keys of the journey name the node that sets them', () => {
    expect(keysWritten([], loopDocument(), null)).toContainEqual({ key: 'backchannel-transaction', by: 'Start other' });
  });
});
