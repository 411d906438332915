import type { RealmKnowledge, RealmResources } from '@tandem/api';
import type { JourneyDocument } from '@tandem/journey';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useMemo } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { knowledgeQuery } from '../../app/index.ts';
import { loopDocument, resource } from '../../testing/documents.ts';
import { EditorContext, useEditor } from '../EditorContext.ts';
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
  services: { transactionTimeToLive: 180, customAttributes: [{ name: 'staffNumber', type: 'string' }] },
};

const strange = (): JourneyDocument => {
  const { tree, nodes, scripts } = loopDocument();
  return {
    tree: { ...tree, nodes: { ...tree.nodes, strange: { nodeType: 'SomebodysNode', connections: {} } } },
    nodes: { ...nodes, strange: resource('SomebodysNode', 'strange', { hostName: 'a', port: 25, ratio: 0.5, loginAttribute: 'userName' }) },
    scripts,
  };
};

/** As the inspector does: what a type's fields are follows from the node as it stands. */
function Panel({ id }: { id: string }) {
  const document = useEditor((state) => state.document);
  const definition = useMemo(() => definitionFor([], document, id), [document, id]);
  return definition && <NodeForm id={id} definition={definition} />;
}

function open(id: string, document = loopDocument) {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...document() }, null);
  if (!definitionFor([], store.getState().document, id)) throw new Error(`The fixture has no ${id}.`);
  store.select({ nodes: [id], edge: null });
  const client = new QueryClient();
  client.setQueryData(knowledgeQuery('alpha').queryKey, knowledge);
  render(
    <QueryClientProvider client={client}>
      <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
        <Panel id={id} />
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

  test('a number is typed letter by letter, by way of texts that mean the same or nothing', () => {
    const { config } = open('strange', strange);
    const field = screen.getByLabelText<HTMLInputElement>('Ratio');
    for (const typed of ['', '1', '1.', '1.0', '1.05']) {
      fireEvent.change(field, { target: { value: typed } });
      expect(field.value).toBe(typed);
    }
    expect(config().ratio).toBe(1.05);
  });

  test('an emptied field stays empty while it is typed in, and shows the default once it is left', () => {
    const { store } = open('wait');
    const field = screen.getByLabelText<HTMLInputElement>('Seconds To Wait');
    fireEvent.focus(field);
    fireEvent.change(field, { target: { value: '' } });
    expect(field.value).toBe('');
    fireEvent.change(field, { target: { value: '4' } });
    expect(field.value).toBe('4');
    fireEvent.change(field, { target: { value: '' } });
    fireEvent.blur(field);
    expect(field.value).toBe('8');
    act(() => void store.undo());
    expect(field.value).toBe('3');
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

  test('a switch says what is wrong with a value that is neither on nor off', () => {
    const loop = loopDocument();
    const nodes = { ...loop.nodes, init: resource('BackChannelInitNode', 'init', { allowRetry: 'yes' }) };
    open('init', () => ({ ...loop, nodes }));
    const field = screen.getByRole('switch', { name: 'Allow Retry' });
    const said = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(said()).toBe('true or false.');
    fireEvent.click(field);
    expect(said()).not.toBe('true or false.');
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

  test('a setting of an unknown type keeps its field and the focus while its value is emptied or half a number', () => {
    const { config } = open('strange', strange);
    const text = screen.getByLabelText('Host name');
    fireEvent.change(text, { target: { value: '' } });
    expect(text.isConnected).toBe(true);
    fireEvent.change(text, { target: { value: 'b' } });
    const number = screen.getByLabelText('Port');
    for (const value of ['', '-', '-7']) fireEvent.change(number, { target: { value } });
    expect(number.isConnected).toBe(true);
    expect(config()).toMatchObject({ hostName: 'b', port: -7 });
  });

  test('a setting that names an attribute offers those of the realm’s users', () => {
    open('strange', strange);
    fireEvent.click(screen.getByRole('button', { name: /^Suggestions for Login attribute/ }));
    expect(screen.getByRole('option', { name: /staffNumber/ })).toBeTruthy();
    expect(screen.getByRole('option', { name: /telephoneNumber/ })).toBeTruthy();
  });

  test('state keys of the journey name the node that sets them', () => {
    expect(keysWritten([], loopDocument(), null)).toContainEqual({ key: 'backchannel-transaction', by: 'Start other' });
  });
});
