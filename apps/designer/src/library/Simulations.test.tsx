import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Simulations } from './Simulations.tsx';

configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a simulation is deleted only after the person was asked, and a refusal is shown there', async () => {
  const sent: string[] = [];
  let refuses = true;
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    if (method === 'GET')
      return Response.json({
        total: 1,
        retention: { days: 0, most: 0 },
        simulations: [{ id: 's', realm: 'alpha', createdAt: '2026-11-22T10:00:00Z', clockMode: 'virtual', name: 'Wrong phone' }],
      });
    sent.push(`${method} ${path}`);
    return refuses ? Response.json({ title: 'Not now', status: 409, errors: [] }, { status: 409 }) : Response.json({});
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Simulations />
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: /^Delete Wrong phone/ }));
  await screen.findByRole('alertdialog', { name: 'Delete Wrong phone?' });
  expect(sent).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Delete simulation' }));
  await screen.findByText('Wrong phone was not deleted');
  refuses = false;
  fireEvent.click(screen.getByRole('button', { name: 'Delete simulation' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(sent).toEqual(['DELETE /api/simulations/s', 'DELETE /api/simulations/s']);
});
