import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resourcesQuery } from '../app/index.ts';
import { settingCommand } from '../editor/store/commands.ts';
import { closeStore, storeFor } from '../editor/store/stores.ts';
import { loopDocument } from '../testing/documents.ts';
import { savedFiles } from '../testing/savedFiles.ts';
import { ExportDialog } from './ExportDialog.tsx';

/** What the server has: journey Loop runs Inner. */
let server: Record<string, string>;
let refuses: boolean;
let files: ReturnType<typeof savedFiles>;

function answer(path: string, init?: RequestInit): Response {
  if (path.includes('/export?')) return new Response(JSON.stringify({ trees: server }));
  if (refuses) return Response.json({ title: 'Refused', status: 400 }, { status: 400 });
  const { tree } = JSON.parse(String(init?.body)) as { tree: { description: string } };
  const id = path.split('/').at(-1) ?? '';
  server[id] = tree.description;
  return Response.json({ id, version: 2, modifiedAt: '2026-01-01T00:00:00Z' });
}

function edited(id: string) {
  const store = storeFor('alpha', { id, version: 1, ...loopDocument() });
  store.run(settingCommand('description', `new ${id}`, 'description'));
}

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(resourcesQuery('alpha').queryKey, { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] });
  render(
    <QueryClientProvider client={client}>
      <ExportDialog realm="alpha" journeys={['Loop']} onClose={() => undefined} />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  server = { Loop: 'old Loop', Inner: 'old Inner' };
  refuses = false;
  files = savedFiles();
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => answer(path, init));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const id of ['Loop', 'Inner', 'Other']) closeStore('alpha', id);
});
/** Presses a button of the dialog once the files are there. */
const press = async (label: string) => {
  const button = await waitFor(
    () => {
      const found = screen.getByText(label).closest('button');
      expect(found?.disabled).toBe(false);
      return found as HTMLButtonElement;
    },
    { timeout: 10_000 },
  );
  fireEvent.click(button);
};
const exported = async () => JSON.parse(String(await files[0]?.text)) as unknown;

describe('export while there is unsaved work', () => {
  test('says which journeys of the files it is about, those they depend on included', async () => {
    for (const id of ['Loop', 'Inner', 'Other']) edited(id);
    open();
    expect(await screen.findByText(/Loop and Inner have changes that are not saved/, {}, { timeout: 10_000 })).toBeTruthy();
  });

  test('saves first where that is wanted, and exports what was saved', async () => {
    edited('Loop');
    edited('Inner');
    open();
    await screen.findByText(/Inner have/, {}, { timeout: 10_000 });
    await press('Save and export');
    await waitFor(() => expect(files).toHaveLength(1));
    expect(await exported()).toEqual({ trees: { Loop: 'new Loop', Inner: 'new Inner' } });
  });

  test('exports nothing when a journey could not be saved, and names it', async () => {
    edited('Inner');
    refuses = true;
    open();
    await press('Save and export');
    expect(await screen.findByText('Inner could not be saved: Refused')).toBeTruthy();
    expect(files).toEqual([]);
  });

  test('without any, there is nothing to choose', async () => {
    edited('Other');
    open();
    await press('Save file');
    await waitFor(async () => expect(await exported()).toEqual({ trees: server }));
    expect(screen.queryByText('Save and export')).toBeNull();
  });
});

test('says which values of the files nobody has seen on a tenant', async () => {
  server = { Loop: JSON.parse('{"nodes":{"i":{"_id":"i","redirectUrlType":"POST","_type":{"_id":"BackChannelInitNode"}}}}') as string };
  open();
  expect(await screen.findByText(/Redirect URL Type POST: no export of a tenant with this value/, {}, { timeout: 15_000 })).toBeTruthy();
});

describe('what journeys depend on', () => {
  test('is counted by kind over all files; what the other realm has is left out', async () => {
    const asked: string[] = [];
    const entry = (scripts: object) => ({ tree: {}, nodes: {}, scripts, emailTemplates: {}, themes: [] });
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      return Response.json({ trees: { Loop: entry({ a: {}, b: {} }), Inner: entry({ b: {} }) } });
    });
    open();
    const scripts = await screen.findByRole('switch', { name: '2 scripts' }, { timeout: 10_000 });
    expect(screen.getAllByRole('switch')).toHaveLength(1);
    fireEvent.click(scripts);
    await waitFor(() => expect(asked.at(-1)).toContain('&leave=scripts'));
    await press('Save file');
    expect(screen.getByRole('switch', { name: '2 scripts' })).toBeTruthy();
  });
});
