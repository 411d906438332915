import { Router } from 'express';
import { expect, it } from 'vitest';
import { PASSWORD, signIn, startConfig } from '../testing/admin.ts';

const ROOT = '/am/json/realms/root';

it('amadmin signs in by headers, at the realm root alone', async () => {
  const server = await startConfig();
  const { status, json, headers } = await signIn(server);
  expect({ status, json }).toEqual({ status: 200, json: { tokenId: expect.any(String), successUrl: '/am/console', realm: '/' } });
  expect(String(headers['set-cookie'])).toMatch(/^iPlanetDirectoryPro=.+; HttpOnly; SameSite=Lax$/);
  expect(await signIn(server, 'another password')).toMatchObject({
    status: 401,
    json: { code: 401, reason: 'Unauthorized', message: 'Login failure' },
  });
});

it('amadmin signs in by callbacks', async () => {
  const { call } = await startConfig();
  const begun = await call('POST', '/am/json/authenticate', { body: {} });
  const step = begun.json as { authId: string; callbacks: { type: string; input: { value: string }[] }[] };
  expect(step.callbacks.map(({ type }) => type)).toEqual(['NameCallback', 'PasswordCallback']);
  const filled = (values: string[]) => ({
    ...step,
    callbacks: step.callbacks.map((callback, n) => ({ ...callback, input: [{ ...callback.input[0], value: values[n] }] })),
  });
  expect((await call('POST', '/am/json/authenticate', { body: filled(['amadmin', PASSWORD]) })).json).toMatchObject({ realm: '/' });
  expect((await call('POST', `${ROOT}/authenticate`, { body: filled(['amadmin', 'no']) })).status).toBe(401);
  expect((await call('POST', `${ROOT}/authenticate`, { body: { ...step, authId: 'made.up.here' } })).json).toMatchObject({
    detail: { errorCode: '110' },
  });
});

it('the session is told, in any realm, until it is logged out', async () => {
  const { ask, call, cookie } = await startConfig();
  const tokenId = cookie.split('=')[1];
  const info = await call('POST', `${ROOT}/realms/alpha/sessions/?_action=getSessionInfo`, { body: { tokenId } });
  expect(info.json).toMatchObject({ username: 'amadmin', realm: '/', maxIdleExpirationTime: expect.stringMatching(/^\d{4}-.*:\d\dZ$/) });
  expect((await ask('POST', `${ROOT}/sessions?_action=validate`, {})).json).toMatchObject({ valid: true, uid: 'amadmin' });
  expect((await ask('POST', `${ROOT}/sessions?_action=logout`, {})).json).toEqual({ result: 'Successfully logged out' });
  expect((await ask('GET', 'scripts?_queryFilter=true')).status).toBe(401);
});

it('the configuration wants the session, as cookie or bearer, and from no page of another origin', async () => {
  const { ask, call, cookie } = await startConfig();
  const path = `${ROOT}/realms/alpha/scripts?_queryFilter=true`;
  expect(await call('GET', path)).toMatchObject({ status: 401, json: { code: 401, reason: 'Unauthorized', message: 'Access Denied' } });
  expect((await call('GET', path, { headers: { authorization: `Bearer ${cookie.split('=')[1]}` } })).status).toBe(200);
  // A journey's session in the same browser is no hindrance.
  expect((await call('GET', path, { headers: { cookie: `iPlanetDirectoryPro=a-user; ${cookie}` } })).status).toBe(200);
  for (const path of ['scripts/x', '/openidm/config/managed'])
    expect((await ask('PUT', path, {}, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
});

it('pages of other origins get what AM answers them, and never anything of amadmin', async () => {
  const amRouter = Router().use('/am', (_req, res) => void res.json({ by: 'AM' }));
  const { ask } = await startConfig({ amRouter });
  const headers = { origin: 'http://app.example' };
  const asked = (method: string, path: string) => ask(method, path, method === 'GET' ? undefined : {}, { headers });
  for (const [method, path] of [
    ['POST', `${ROOT}/authenticate`],
    ['POST', `${ROOT}/sessions?_action=getSessionInfo`],
    ['POST', '/am/oauth2/realms/root/authorize'],
    ['GET', `${ROOT}/serverinfo/*`],
  ] as const)
    expect((await asked(method, path)).json).toEqual({ by: 'AM' });
  expect((await asked('PUT', 'scripts/x')).status).toBe(403);
});
