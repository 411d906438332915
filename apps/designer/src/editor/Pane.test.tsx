import type { RealmResources } from '@tandem/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, expect, test } from 'vitest';
import { knowledgeQuery } from '../app/index.ts';
import { loopDocument, resource } from '../testing/documents.ts';
import { Pane } from './Pane.tsx';
import { createEditorStore } from './store/editorStore.ts';

afterEach(cleanup);

const resources: RealmResources = { journeys: ['Other'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };
const nothing = () => undefined;

test.each([true, false])('a canvas marks its problems, whichever of two the inspector acts on (active: %s)', async (isActive) => {
  const document = loopDocument();
  const nodes = { ...document.nodes, init: resource('BackChannelInitNode', 'init', { tree: 'Other', usernameKey: 'username', timeout: 0 }) };
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...document, nodes }, null);
  const head = { onClose: nothing };
  const acts = { onActivate: nothing, openJourney: nothing, rename: nothing, openSettings: nothing, callers: [], openCaller: nothing };
  const client = new QueryClient();
  const journeys = { Other: { tree: { _id: 'Other' } } };
  const services = { transactionTimeToLive: 180 };
  const rest = { nodes: {}, scripts: {}, nodeTypes: {}, emailTemplates: {}, variables: {} };
  client.setQueryData(knowledgeQuery('alpha').queryKey, { journeys, services, ...rest });
  render(
    <QueryClientProvider client={client}>
      <Pane store={store} resources={resources} hue="main" isActive={isActive} canvas={createRef()} head={head} {...acts} />
    </QueryClientProvider>,
  );
  // Max Time 0 is refused; Other has no way to Success.
  const start = screen.getByRole('group', { name: 'Start other, Backchannel Initialize' });
  expect(await within(start).findByRole('img', { name: '2 problems' }, { timeout: 15_000 })).toBeTruthy();
  expect(screen.getAllByRole('img', { name: /problem/ })).toHaveLength(1);
});
