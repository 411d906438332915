import type { RealmKnowledge } from '@tandem/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { knowledgeQuery } from '../../app/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { settingCommand } from '../store/commands.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { closeStore, storeFor } from '../store/stores.ts';
import { ProblemCount } from './ProblemCount.tsx';
import { ProblemList } from './ProblemList.tsx';
import { countByNode, countWords } from './problems.ts';

const knowledge: RealmKnowledge = {
  journeys: { Other: { tree: { _id: 'Other' } } },
  nodes: {},
  scripts: {},
  nodeTypes: {},
  emailTemplates: {},
  variables: {},
  services: { transactionTimeToLive: 180 },
};

function open() {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  const client = new QueryClient();
  client.setQueryData(knowledgeQuery('alpha').queryKey, knowledge);
  const resources = { journeys: ['Other'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };
  const revealed: string[] = [];
  const editing = { store, resources, openJourney: () => undefined, reveal: (node: string) => void revealed.push(node) };
  render(
    <QueryClientProvider client={client}>
      <EditorContext value={editing}>
        <ProblemCount />
        <ProblemList />
      </EditorContext>
    </QueryClientProvider>,
  );
  return { store, revealed };
}

afterEach(cleanup);
const OPEN = 'Outcome Unknown Subject is not connected: the journey fails there.';
const patience = { timeout: 15_000 };

describe('problems of an open journey', () => {
  test('are listed with their places; a press on one selects its node', async () => {
    const { store, revealed } = open();
    fireEvent.click(await screen.findByText(OPEN, {}, patience));
    expect(revealed).toEqual(['init']);
    expect(store.getState().selection.nodes).toEqual(['init']);
  });

  test('go when they are fixed, by a command that is undone like any other', async () => {
    const { store } = open();
    await screen.findByText(OPEN, {}, patience);
    fireEvent.click(screen.getByText('Connect Start other, Unknown Subject → Failure'));
    expect(screen.queryByText(OPEN)).toBeNull();
    expect(store.undo()).toBe('Connect Start other, Unknown Subject → Failure');
    expect(await screen.findByText(OPEN, {}, patience)).toBeTruthy();
  });

  test('follow what is changed in a journey that is open beside it', async () => {
    open();
    await screen.findByText(OPEN, {}, patience);
    expect(screen.queryByText(/is disabled/)).toBeNull();
    const other = storeFor('alpha', { id: 'Other', version: 1, tree: { _id: 'Other' }, nodes: {}, scripts: {} });
    act(() => other.run(settingCommand('enabled', false, 'enabled')));
    expect(await screen.findByText(/is disabled/, {}, patience)).toBeTruthy();
    act(() => closeStore('alpha', 'Other'));
    expect(screen.queryByText(/is disabled/)).toBeNull();
  });

  test('are counted by severity and by node', () => {
    expect(countWords({ error: 1, warning: 2, info: 0 })).toBe('1 error, 2 warnings');
    const finding = { rule: 'r', severity: 'error', node: 'n', child: null, place: '', text: '' } as const;
    expect(countByNode([finding, finding, { ...finding, severity: 'info' }]).get('n')).toBe(2);
  });
});
