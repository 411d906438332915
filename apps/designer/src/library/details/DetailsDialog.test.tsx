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
