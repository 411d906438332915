import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { NewJourneyDialog } from './NewJourneyDialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('Enter on an archetype creates its journeys, as Enter in a name does', async () => {
  const archetype = { id: 'password', title: 'Password login', help: 'A page.', names: [{ key: 'main', label: 'Name', initial: 'PasswordLogin' }] };
  const written: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json({ archetypes: [archetype] });
    written.push(String(init.body));
    return Response.json({ journeys: ['PasswordLogin'], scripts: [], nodeTypes: [], emailTemplates: [] });
  });
  const created = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NewJourneyDialog realm="alpha" taken={[]} onCreated={created} onClose={() => undefined} />
    </QueryClientProvider>,
  );
  const card = (await screen.findByRole('radio', { name: /Password login/ }, { timeout: 10_000 })) as HTMLInputElement;
  fireEvent.click(card);
  // Enter in any field of a form is for the browser to submit it, by its button.
  const button = card.form?.querySelector<HTMLButtonElement>('button[type="submit"]');
  expect(button).toBeInstanceOf(HTMLButtonElement);
  fireEvent.submit(card.form ?? expect.fail('The archetypes stand in no form.'));
  await waitFor(() => expect(created).toHaveBeenCalledWith(['PasswordLogin']), { timeout: 10_000 });
  expect(written).toEqual([JSON.stringify({ names: { main: 'PasswordLogin' } })]);
});
