import { expect } from '@playwright/test';

/** Tandem as whoever prepares a client's test reaches it: a simulation of its own, so that no test sees another's sessions. */
export interface Run {
  id: string;
  /** AM's context, with the slash at its end that Ping's SDKs want. */
  am: string;
  wellknown: string;
  advance(seconds: number): Promise<void>;
  transactions(): Promise<{ id: string; state: string; result: string; redirectUri: string }[]>;
}

export async function call(server: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const init = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(server + path, { method, ...init });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
  return text === '' ? undefined : JSON.parse(text);
}

/** @param clock a client that waits by itself needs real time */
export async function simulation(server: string, clock: 'virtual' | 'real' = 'virtual'): Promise<Run> {
  const { id, baseUrl } = (await call(server, 'POST', '/api/simulations', { realm: 'alpha', clock })) as { id: string; baseUrl: string };
  return {
    id,
    am: `${server}${baseUrl}/`,
    wellknown: `${server}${baseUrl}/oauth2/realms/root/realms/alpha/.well-known/openid-configuration`,
    advance: async (seconds) => void (await call(server, 'POST', `/api/simulations/${id}/clock`, { advanceMs: seconds * 1000 })),
    async transactions() {
      return ((await call(server, 'GET', `/api/simulations/${id}`)) as { transactions: never[] }).transactions;
    },
  };
}

/** What the agent of the first run's help desk pair is told, in order, when the user signs in. */
export const LAST_MESSAGE = 'User successfully authenticated';
