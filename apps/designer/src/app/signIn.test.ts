import { adminSessionSchema } from '@tandem/api';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError, request } from './http.ts';
import { askForSignIn, signedIn, useSignIn } from './signIn.ts';

const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const SESSION = { signIn: 'done', userName: 'amadmin' };
let calls: string[] = [];
/** A server that asks for a sign-in this many times. */
function asking(times: number) {
  calls = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit = {}) => {
    calls.push(`${method ?? 'GET'} ${path} ${String(body ?? '')}`);
    return calls.length <= times ? answer(401, { title: 'Sign in', status: 401 }) : answer(200, SESSION);
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
  signedIn();
});
const isNeeded = () => useSignIn.getState().isNeeded;

test('what the server refuses until somebody signs in waits for that, and is sent again as it was', async () => {
  asking(1);
  const saved = request('/api/thing', adminSessionSchema, { method: 'PUT', body: { text: 'not lost' } });
  await vi.waitFor(() => expect(isNeeded()).toBe(true));
  expect(calls).toHaveLength(1);
  signedIn();
  expect(await saved).toEqual(SESSION);
  expect(isNeeded()).toBe(false);
  expect(calls).toEqual(Array(2).fill('PUT /api/thing {"text":"not lost"}'));
});

test('what nobody waits for any more is not sent again', async () => {
  asking(1);
  const controller = new AbortController();
  const asked = request('/api/thing', adminSessionSchema, { signal: controller.signal });
  await vi.waitFor(() => expect(isNeeded()).toBe(true));
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  signedIn();
  expect(calls).toHaveLength(1);
});

test('a wrong password is an answer, not a reason to ask for one', async () => {
  asking(1);
  await expect(request('/api/session', adminSessionSchema, { method: 'POST', body: {} })).rejects.toBeInstanceOf(ProblemError);
  expect(isNeeded()).toBe(false);
});

test('a stream that was refused asks why', async () => {
  vi.stubGlobal('fetch', async () => answer(200, { signIn: 'not-needed', userName: null }));
  await askForSignIn();
  expect(isNeeded()).toBe(false);
  vi.stubGlobal('fetch', async () => answer(200, { signIn: 'needed', userName: null }));
  await askForSignIn();
  expect(isNeeded()).toBe(true);
});
