import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { startConfig } from '../testing/admin.ts';

const VERIFIER = 'a verifier that is long enough to be one, and some';
const FORM = {
  client_id: 'idmAdminClient',
  redirect_uri: 'http://127.0.0.1/platform/appAuthHelperRedirect.html',
  response_type: 'code',
  scope: 'openid fr:idm:*',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
  decision: 'allow',
};

async function start() {
  const { call, cookie } = await startConfig();
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    call('POST', path, { raw: new URLSearchParams(form).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  const authorize = (more: Record<string, string> = {}, headers: Record<string, string> = { cookie }) =>
    post('/am/oauth2/authorize', { ...FORM, ...more }, headers);
  const code = async () => new URL(String((await authorize()).headers.location)).searchParams.get('code') ?? '';
  const exchange = (given: string, verifier = VERIFIER) =>
    post(
      '/am/oauth2/access_token',
      { grant_type: 'authorization_code', code: given, code_verifier: verifier, redirect_uri: FORM.redirect_uri },
      { authorization: `Basic ${Buffer.from('idmAdminClient:doesnotmatter').toString('base64')}` },
    );
  return { call, authorize, code, exchange };
}

it('amadmin’s tool gets an access token for IDM by code and PKCE', async () => {
  const { call, code, exchange } = await start();
  const { status, json } = await exchange(await code());
  expect({ status, json }).toMatchObject({ status: 200, json: { token_type: 'Bearer', scope: FORM.scope, expires_in: expect.any(Number) } });
  const { access_token: token } = json as { access_token: string };
  expect((await call('GET', '/openidm/config/ui/themerealm', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

it('a code is good once, for who knows its verifier', async () => {
  const { code, exchange } = await start();
  const first = await code();
  expect((await exchange(first)).status).toBe(200);
  expect(await exchange(first)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  const second = await code();
  expect(await exchange(second, 'another')).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  expect((await exchange(second)).status).toBe(400);
});

it.each([
  ['another client', { client_id: 'idm-admin-ui' }, 'invalid_client'],
  ['another page', { redirect_uri: 'http://evil.example/' }, 'redirect_uri_mismatch'],
  ['no PKCE', { code_challenge: '' }, 'invalid_request'],
])('%s gets no code', async (_, more: Record<string, string>, error) => {
  const { authorize } = await start();
  expect(await authorize(more)).toMatchObject({ status: 400, json: { error } });
});

it('nobody gets a code who is not signed in', async () => {
  const { authorize } = await start();
  expect((await authorize({}, {})).status).toBe(401);
});
