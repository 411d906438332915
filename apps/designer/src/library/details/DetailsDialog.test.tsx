import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { DetailsDialog } from './DetailsDialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a journey that is read again leaves what is being written in its details', async () => {
  const answer = { id: 'Loop', version: 1, ...loopDocument() };
  const read = vi.fn(async () => new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }));
  vi.stubGlobal('fetch', read);
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <DetailsDialog realm="alpha" id="Loop" taken={[]} isDefault={false} onSaved={() => undefined} onClose={() => undefined} />
    </QueryClientProvider>,
  );
  const tags = await screen.findByRole('textbox', { name: 'Tags' });
  fireEvent.change(tags, { target: { value: 'not yet a tag' } });
  let arrive: () => void = () => undefined;
  read.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    return new Response(JSON.stringify({ ...answer, version: 2 }), { headers: { 'content-type': 'application/json' } });
  });
  act(() => void queries.invalidateQueries());
  await waitFor(() => expect(queries.isFetching()).toBe(1));
  expect(screen.getByRole('textbox', { name: 'Tags' })).toBe(tags);
  arrive();
  await waitFor(() => expect(queries.isFetching()).toBe(0));
  expect(screen.getByRole('textbox', { name: 'Tags' })).toBe(tags);
  expect((tags as HTMLInputElement).value).toBe('not yet a tag');
});

test('what was changed in the details is not lost by closing them without an answer', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ id: 'Loop', version: 1, ...loopDocument() }));
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DetailsDialog realm="alpha" id="Loop" taken={[]} isDefault={false} onSaved={() => undefined} onClose={onClose} />
    </QueryClientProvider>,
  );
  fireEvent.change(await screen.findByRole('textbox', { name: 'Description' }, { timeout: 10_000 }), { target: { value: 'New words' } });
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Keep editing' }, { timeout: 10_000 }));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Discard changes' }, { timeout: 10_000 }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('disabling a journey that others use asks first, and says where', async () => {
  const use = { kind: 'inner', target: 'Loop', journey: 'Outer', node: 'n', displayName: 'Run Loop' };
  const puts: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/journey-uses')) return Response.json({ uses: [use] });
    if (init.method === 'PUT') {
      puts.push(String(init.body));
      return Response.json({ id: 'Loop', version: 2, modifiedAt: '2026-01-01T00:00:00Z', rewritten: { journeys: [], scripts: [] } });
    }
    return Response.json({ id: 'Loop', version: 1, ...loopDocument() });
  });
  const onSaved = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DetailsDialog realm="alpha" id="Loop" taken={[]} isDefault={false} onSaved={onSaved} onClose={() => undefined} />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('switch', { name: /Enabled/ }, { timeout: 10_000 }));
  fireEvent.click(screen.getByRole('button', { name: 'Save details' }));
  const asked = await screen.findByRole('alertdialog', { name: 'Disable Loop?' }, { timeout: 10_000 });
  expect(asked.textContent).toContain('Outer · Run Loop');
  expect(puts).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Disable journey' }));
  await waitFor(() => expect(puts).toHaveLength(1));
  expect(JSON.parse(puts[0] ?? '')).toMatchObject({ details: { enabled: false } });
});
