import { expect, it } from 'vitest';
import { verifyPassword } from '../../passwords.ts';
import { startTestServer } from '../../testing/server.ts';

const PATH = '/api/realms/alpha/clients/app';

it('a client is made with what AM would fill in, and its secret is never shown', async () => {
  const { call, realms } = await startTestServer();
  const made = await call('PUT', PATH, { body: { secret: 'Secret12!', scopes: ['openid'] } });
  expect(made.json).toMatchObject({ _id: 'app', clientType: 'Confidential', scopes: ['openid'], hasSecret: true });
  expect(made.text).not.toMatch(/Secret12|scrypt/);
  const hash = realms.load('alpha')?.realm.clients.app?.passwordHash;
  expect(await verifyPassword('Secret12!', String(hash))).toBe(true);
});

it('what is left out stays, null takes it away', async () => {
  const { call, realms } = await startTestServer();
  const jwks = { keys: [{ kty: 'RSA', n: 'x', e: 'AQAB' }] };
  await call('PUT', PATH, { body: { secret: 'Secret12!', jwks, scopes: ['openid'] } });
  const hash = realms.load('alpha')?.realm.clients.app?.passwordHash;
  const read = (await call('GET', PATH)).json as object;
  expect((await call('PUT', PATH, { body: { ...read, jwks: null, jwksUri: 'https://app.example/jwks' } })).status).toBe(200);
  const kept = realms.load('alpha')?.realm.clients.app;
  expect(kept).toMatchObject({ jwksUri: 'https://app.example/jwks', scopes: ['openid'], passwordHash: hash });
  expect(kept).not.toHaveProperty('jwks');
  await call('PUT', PATH, { body: { secret: null } });
  expect((await call('GET', PATH)).json).toMatchObject({ hasSecret: false });
});

it.each([
  [{ clientType: 'secret' }, 'clientType'],
  [{ scopes: 'openid' }, 'scopes'],
  [{ jwksUri: 'ftp://app.example' }, 'jwksUri'],
  [{ redirectUri: [] }, undefined],
])('%j is refused', async (body, field) => {
  const { call } = await startTestServer();
  const reply = await call('PUT', PATH, { body });
  expect(reply.status).toBe(400);
  if (field !== undefined) expect(reply.json).toMatchObject({ errors: [{ field: expect.stringContaining(field) }] });
  expect((await call('GET', PATH)).status).toBe(404);
});

it('clients are listed and deleted', async () => {
  const { call } = await startTestServer();
  await call('PUT', PATH, { body: {} });
  expect((await call('GET', '/api/realms/alpha/clients')).json).toMatchObject({ clients: [{ _id: 'app' }] });
  expect((await call('DELETE', PATH)).json).toEqual({ id: 'app' });
  expect((await call('DELETE', PATH)).status).toBe(404);
});
