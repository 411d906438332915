import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { savedFiles } from '../../testing/savedFiles.ts';
import { OrphansDialog } from './OrphansDialog.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const orphan = (id: string, secondsToWait: number) => ({
  key: `PollingWaitNode/${id}`,
  typeName: 'Polling Wait Node',
  summary: `${secondsToWait} s`,
  modifiedAt: '2026-01-01T00:00:00.000Z',
  node: { _id: id, _type: { _id: 'PollingWaitNode', name: 'Polling Wait Node', collection: true }, secondsToWait },
});

/** A realm with two orphaned nodes that forgets what is deleted. */
function serve() {
  let nodes = [orphan('one', 5), orphan('two', 8)];
  const deleted: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (!String(url).endsWith('/delete')) return Response.json({ nodes });
    const { keys } = JSON.parse(String(init?.body)) as { keys: string[] };
    deleted.push(...keys);
    nodes = nodes.filter(({ key }) => !keys.includes(key));
    return Response.json({ keys });
  });
  return deleted;
}

test('orphaned nodes are listed; those chosen are exported as AM has them, and deleted after a question', async () => {
  const deleted = serve();
  const saved = savedFiles();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OrphansDialog realm="alpha" onClose={() => undefined} />
    </QueryClientProvider>,
  );
  expect(await screen.findAllByRole('listitem', undefined, { timeout: 10_000 })).toHaveLength(2);
  fireEvent.click(screen.getByRole('checkbox', { name: /8 s/ }));
  fireEvent.click(screen.getByRole('button', { name: /^Export/ }));
  expect(saved.map(({ name }) => name)).toEqual(['orphaned-nodes.json']);
  expect(JSON.parse((await saved[0]?.text) ?? '')).toEqual({ nodes: { two: orphan('two', 8).node } });

  fireEvent.click(screen.getByRole('button', { name: /^Delete/ }));
  const question = await screen.findByRole('alertdialog', undefined, { timeout: 10_000 });
  expect(deleted).toEqual([]);
  fireEvent.click(within(question).getByRole('button', { name: 'Delete node' }));
  await waitFor(() => expect(deleted).toEqual(['PollingWaitNode/two']), { timeout: 10_000 });
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1), { timeout: 10_000 });
});
