import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { listed, press, refusal, type Sent, serve, show, text, type } from '../testing.tsx';
import { Stubs } from './Stubs.tsx';

afterEach(() => {
  history.replaceState(null, '', '/');
  cleanup();
  vi.unstubAllGlobals();
});

const stub = { _id: 's1', method: 'GET', url: 'https://api.example.com/*', status: 200, headers: { A: 'b' }, body: '{}', delayMs: 250 };
const answer = ({ path, body }: Sent) => ({ ...(body as object), _id: path.split(/[/?]/).at(-2) });

function stubs(items: { _id: string }[] = [stub], write: Parameters<typeof serve>[1] = answer) {
  const writes = serve({ stubs: listed(items) }, write);
  show(<Stubs realm="alpha" />);
  return writes;
}

test('a stub comes back as it was, but for what was changed', async () => {
  const writes = stubs();
  await press('https://api.example.com/*');
  await type('Status', '503');
  await type('Delay', '');
  await press('Save');
  const { _id, delayMs, ...kept } = stub;
  await waitFor(() => expect(writes).toEqual([{ method: 'PUT', path: '/api/realms/alpha/stubs/s1?baseVersion=3', body: { ...kept, status: 503 } }]));
});

test('a new one needs a whole URL', async () => {
  const writes = stubs([]);
  await text('This realm has no stubs');
  await press('New stub');
  await type('URL pattern', '/users');
  await press('Create stub');
  await text('A whole URL, such as https://api.example.com/users/*.');
  expect(writes).toHaveLength(0);
  await type('URL pattern', 'https://*/users');
  await type('Body', '[]');
  await press('Create stub');
  await waitFor(() =>
    expect(writes[0]?.body).toEqual({
      method: 'GET',
      url: 'https://*/users',
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: '[]',
    }),
  );
});

test('the link of a call without a stub opens a new one for that call', async () => {
  history.replaceState(null, '', '/realms/alpha/http-stubs?method=POST&url=https%3A%2F%2Fapi.example%2Fx');
  const writes = stubs([]);
  await press('Create stub');
  await waitFor(() => expect(writes[0]?.body).toMatchObject({ method: 'POST', url: 'https://api.example/x', status: 200 }));
  await waitFor(() => expect(location.search).toBe(''));
});

test('what the server refuses stands at its field', async () => {
  stubs([stub], () => refusal({ field: 'status', message: 'Too big: expected number to be <=599', expected: 'at most 599' }));
  await press('https://api.example.com/*');
  await type('Status', '700');
  await press('Save');
  await text(/at most 599/);
});

test('a lost server leaves the input where it was', async () => {
  stubs();
  await press('https://api.example.com/*');
  await type('Body', 'typed');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await press('Save');
  await text('The stub was not saved');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Body').value).toBe('typed');
});
