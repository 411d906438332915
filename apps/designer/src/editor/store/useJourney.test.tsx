import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useStore } from 'zustand';
import { journeyQuery } from '../../app/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import type { EditorStore } from './editorStore.ts';
import { closeStore, storeFor } from './stores.ts';
import { useJourney } from './useJourney.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  closeStore('alpha', 'Loop');
});

function Shown({ store }: { store: EditorStore }) {
  return <p>{useStore(store, (state) => state.document.tree.description ?? 'nothing')}</p>;
}
function Opened({ open = useJourney }: { open?: typeof useJourney }) {
  open('alpha', 'Loop');
  return null;
}

test('a newer version of a journey that is open reaches whoever shows it, and not while another part is drawn', async () => {
  const document = loopDocument();
  const older = { id: 'Loop', version: 1, ...document };
  const newer = { ...older, version: 2, tree: { ...document.tree, description: 'theirs' } };
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const client = new QueryClient();
  const store = storeFor('alpha', older);
  client.setQueryData(journeyQuery('alpha', 'Loop').queryKey, older);
  render(
    <QueryClientProvider client={client}>
      <Shown store={store} />
      <Opened />
    </QueryClientProvider>,
  );
  act(() => void client.setQueryData(journeyQuery('alpha', 'Loop').queryKey, newer));
  expect(await screen.findByText('theirs')).toBeTruthy();
  expect(errors).not.toHaveBeenCalled();
});

test('what was read ahead of the first screen is not read twice for it; a journey that is come back to is', async () => {
  // A page that was just opened: the modules remember whether somebody went to another screen.
  vi.resetModules();
  const [{ useJourney: useFirst }, { navigate }] = await Promise.all([import('./useJourney.ts'), import('../../app/index.ts')]);
  const asked = vi.fn(() => new Promise(() => undefined));
  vi.stubGlobal('fetch', asked);
  const client = new QueryClient();
  client.setQueryData(journeyQuery('alpha', 'Loop').queryKey, { id: 'Loop', version: 1, ...loopDocument() });
  const opened = (
    <QueryClientProvider client={client}>
      <Opened open={useFirst} />
    </QueryClientProvider>
  );
  render(opened).unmount();
  expect(asked).not.toHaveBeenCalled();
  act(() => navigate('/'));
  render(opened);
  expect(asked).toHaveBeenCalledTimes(1);
});
