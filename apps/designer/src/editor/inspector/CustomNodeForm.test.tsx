import type { RealmResources } from '@tandem/api';
import type { CustomNodeType, JourneyDocument } from '@tandem/journey';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { configIn, definitionFor } from '../store/nodes.ts';
import { NodeForm } from './NodeForm.tsx';

const score: CustomNodeType = {
  _id: 'abc-1',
  serviceName: 'abc',
  displayName: 'Score',
  outcomes: ['Low'],
  script: '',
  properties: {
    key: { title: 'State key', description: 'Where the score stands.', type: 'STRING', required: true, defaultValue: 'score' },
    mode: { title: 'Mode', type: 'STRING', options: { FAST: 'Fast', SAFE: 'Safe' } },
    scopes: { title: 'Scopes', type: 'STRING', options: { A: 'First', B: 'Second' }, multivalued: true },
    limits: { title: 'Limits', type: 'NUMBER', multivalued: true, defaultValue: [1] },
    on: { title: 'Switched on', type: 'BOOLEAN' },
    rest: { title: 'Further', type: 'OBJECT' },
  },
};
const document: JourneyDocument = {
  tree: { _id: 'Login', nodes: { n: { nodeType: 'designer-abc', displayName: 'Ask' } } },
  nodes: { n: { _id: 'n', _type: { _id: 'designer-abc' } } },
  scripts: {},
};

function open() {
  const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [score], identities: [] };
  const store = createEditorStore('alpha', { id: 'Login', version: 1, ...document }, null);
  const definition = definitionFor([score], document, 'n');
  if (!definition) throw new Error('The fixture has no node.');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
        <NodeForm id="n" definition={definition} />
      </EditorContext>
    </QueryClientProvider>,
  );
  return () => configIn(store.getState().document, 'n');
}

afterEach(cleanup);

test('the form of a custom node has a field for each property, with label, help and default', () => {
  const config = open();
  expect(screen.getByLabelText<HTMLInputElement>('State key').value).toBe('score');
  expect(screen.getByText('Where the score stands.')).toBeTruthy();
  expect(screen.getByRole('switch', { name: 'Switched on' })).toBeTruthy();
  expect(screen.getByLabelText('Further').tagName).toBe('TEXTAREA');
  fireEvent.click(screen.getByRole('radio', { name: 'Safe' }));
  expect(config()).toEqual({ mode: 'SAFE' });
});

test('several enumerated values are ticked and kept as keys, in the order of the type', () => {
  const config = open();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Second' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'First' }));
  expect(config()).toEqual({ scopes: ['A', 'B'] });
});

test('a list of numbers keeps numbers, and says of other text what would be right', () => {
  const config = open();
  const first = screen.getByLabelText<HTMLInputElement>('Limits 1');
  expect(first.value).toBe('1');
  fireEvent.change(first, { target: { value: '2.5' } });
  expect(config()).toEqual({ limits: [2.5] });
  fireEvent.change(screen.getByLabelText('Limits 1'), { target: { value: 'many' } });
  expect(config()).toEqual({ limits: ['many'] });
  expect(screen.getByText('A number.')).toBeTruthy();
});
