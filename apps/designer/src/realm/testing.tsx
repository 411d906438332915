import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';

/** A request that the screen made. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
}

/**
 * Stands in for the server.
 *
 * @param gets answers by the end of the path (without its query)
 * @param write answers what changes something: a Response to refuse, else anything
 * @returns the writes, as they come
 */
export function serve(gets: Record<string, unknown>, write: (sent: Sent) => unknown = ({ body }) => body): Sent[] {
  const writes: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'GET') return Response.json(gets[path.replace(/\?.*/, '').replace('/api/realms/alpha/', '')] ?? {});
    const sent = { method: init.method ?? '', path, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined };
    writes.push(sent);
    const answer = write(sent);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  return writes;
}

/** A list of contents as the server answers it, all at one version. */
export const listed = (items: readonly { _id: string }[], version = 3) => ({
  items,
  versions: Object.fromEntries(items.map(({ _id }) => [_id, version])),
});

export function refusal(...errors: { field?: string; node?: string; message: string; expected?: string }[]): Response {
  return Response.json({ title: 'Bad Request', status: 400, detail: errors[0]?.message, errors }, { status: 400 });
}

export function show(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return { client, ...render(<QueryClientProvider client={client}>{children}</QueryClientProvider>) };
}

/** The browser's storage with no room left. */
export const fullStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => undefined,
  setItem() {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

const PATIENCE = { timeout: 10_000 };
export const button = (name: string | RegExp) => screen.findByRole('button', { name }, PATIENCE);
export const press = async (name: string | RegExp) => fireEvent.click(await button(name));
export const field = (name: string | RegExp) => screen.findByLabelText<HTMLInputElement>(name, {}, PATIENCE);
export const type = async (name: string | RegExp, value: string) => fireEvent.change(await field(name), { target: { value } });
export const text = (content: string | RegExp) => screen.findByText(content, {}, PATIENCE);
