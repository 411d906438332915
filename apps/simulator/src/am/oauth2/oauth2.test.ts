import { createHash } from 'node:crypto';
import { newClient, type OAuth2Client } from '@tandem/journey';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { hashPasswordSync } from '../../passwords.ts';
import { startSimulator, type TestSimulator } from '../../testing/simulator.ts';

const SECRET = 'Secret12!';
const passwordHash = hashPasswordSync(SECRET);
const basic = (id: string, secret = SECRET) => ({ Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });
const APP = 'https://app.example/callback?a=1';

const app: OAuth2Client = {
  ...newClient('app'),
  redirectUris: [APP],
  postLogoutRedirectUris: ['https://app.example/bye'],
  scopes: ['openid', 'profile', 'email'],
  defaultScopes: ['openid'],
  passwordHash,
};
const spa: OAuth2Client = { ...app, _id: 'spa', clientType: 'Public', tokenEndpointAuthMethod: 'none' };

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function provider(simulator?: TestSimulator) {
  const server = simulator ?? (await startSimulator());
  await server.change(() => ({ puts: [app, spa].map((body) => ({ kind: 'clients', key: body._id, body })) }));
  const run = await server.create();
  const issuer = `${server.url}${run.base}/oauth2/realms/root/realms/alpha`;
  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${issuer}/${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {} };
  };
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    request(path, { method: 'POST', body: new URLSearchParams(form), headers });
  const signIn = async (user = 'bjensen') => {
    const opened = await run.answer(await run.start('BackchannelMain'), user);
    const { transactions } = (await run.state()) as { transactions: { redirectUri: string }[] };
    const done = await run.answer(await run.open(transactions.at(-1)?.redirectUri ?? ''), SECRET);
    expect(opened.status, JSON.stringify(opened.body)).toBe(200);
    return `iPlanetDirectoryPro=${done.body.tokenId}`;
  };
  const authorize = (parameters: Record<string, string>, cookie = '') =>
    request(
      `authorize?${new URLSearchParams({ client_id: 'app', response_type: 'code', redirect_uri: APP, scope: 'openid profile', ...parameters })}`,
      {
        headers: { cookie },
      },
    );
  const codeFor = async (cookie: string, parameters: Record<string, string> = {}) =>
    new URL((await authorize(parameters, cookie)).headers.get('location') ?? '').searchParams.get('code') ?? '';
  return { server, run, issuer, request, post, signIn, authorize, codeFor };
}

const bearer = (answer: Answer) => ({ Authorization: `Bearer ${answer.body.access_token}` });

describe('client credentials', () => {
  it('give a token that the client can introspect until it is revoked', async () => {
    const { post } = await provider();
    const form = { grant_type: 'client_credentials', scope: 'back_channel_authentication' };
    const token = await post('access_token', form, basic('backchannelGateway'));
    expect(token).toMatchObject({ status: 200, body: { token_type: 'Bearer', scope: 'back_channel_authentication', expires_in: 3599 } });
    expect(token.headers.get('cache-control')).toBe('no-store');
    const asked = { token: String(token.body.access_token) };
    expect((await post('introspect', asked, basic('backchannelGateway'))).body).toMatchObject({
      active: true,
      sub: '(age!backchannelGateway)',
      client_id: 'backchannelGateway',
    });
    expect((await post('introspect', asked, basic('app'))).body).toEqual({ active: false });
    expect((await post('token/revoke', asked, basic('backchannelGateway'))).status).toBe(200);
    expect((await post('introspect', asked, basic('backchannelGateway'))).body).toEqual({ active: false });
  });

  it('are over when their time is, by the simulation’s clock', async () => {
    const { post, run } = await provider();
    const token = await post('access_token', { grant_type: 'client_credentials', scope: 'back_channel_authentication' }, basic('backchannelGateway'));
    await run.advance(3601);
    expect((await post('introspect', { token: String(token.body.access_token) }, basic('backchannelGateway'))).body).toEqual({ active: false });
  });

  it.each([
    ['a wrong secret', basic('backchannelGateway', 'no'), {}, 401, 'invalid_client'],
    ['nobody’s name', basic('nobody'), {}, 401, 'invalid_client'],
    ['no secret', {}, { client_id: 'backchannelGateway' }, 401, 'invalid_client'],
    ['a scope it has not', basic('backchannelGateway'), { scope: 'openid' }, 400, 'invalid_scope'],
    ['a client without the grant', basic('app'), { scope: 'openid' }, 400, 'unauthorized_client'],
    ['another grant', basic('app'), { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('are refused with %s', async (_what, headers, form, status, error) => {
    const { post } = await provider();
    const answer = await post('access_token', { grant_type: 'client_credentials', ...form } as never, headers as never);
    expect(answer).toMatchObject({ status, body: { error, error_description: expect.any(String) } });
  });

  it('may be a signed assertion, once', async () => {
    const { post, server, issuer } = await provider();
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', kty: 'EC' }] };
    const signed = {
      ...newClient('signed'),
      grantTypes: ['client_credentials'],
      scopes: ['a'],
      tokenEndpointAuthMethod: 'private_key_jwt',
      jwks,
    } as const;
    await server.change(() => ({
      puts: [{ kind: 'clients', key: 'signed', body: { ...signed, grantTypes: [...signed.grantTypes], scopes: ['a'] } }],
    }));
    const { base } = await server.create();
    const here = issuer.replace(/\/sim\/.*?\/am/, base);
    const assertion = await new SignJWT({ jti: 'once' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer('signed')
      .setSubject('signed')
      .setAudience(here)
      .setExpirationTime('1m')
      .sign(privateKey);
    const form = { grant_type: 'client_credentials', scope: 'a', client_assertion: assertion };
    const type = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };
    const ask = () => fetch(`${here}/access_token`, { method: 'POST', body: new URLSearchParams({ ...form, ...type }) });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(401);
    expect((await post('access_token', { ...form, client_assertion: `${assertion}x` })).status).toBe(400);
  });
});

describe('the authorization code', () => {
  it('is for who is signed in, and gives tokens that name the user', async () => {
    const { post, request, signIn, authorize, issuer } = await provider();
    const redirect = new URL((await authorize({ state: 'xyz', nonce: 'n' }, await signIn())).headers.get('location') ?? '');
    expect([redirect.origin, redirect.searchParams.get('a'), redirect.searchParams.get('state')]).toEqual(['https://app.example', '1', 'xyz']);
    const code = redirect.searchParams.get('code') ?? '';
    const tokens = await post('access_token', { grant_type: 'authorization_code', code, redirect_uri: APP }, basic('app'));
    expect(tokens.status, JSON.stringify(tokens.body)).toBe(200);
    const who = await request('userinfo', { headers: bearer(tokens) });
    expect(who.body).toMatchObject({ name: 'Barbara Jensen', given_name: 'Barbara' });
    expect(who.body).not.toHaveProperty('email');
    const { payload } = await jwtVerify(String(tokens.body.id_token), createRemoteJWKSet(new URL(`${issuer}/connect/jwk_uri`)), {
      issuer,
      audience: 'app',
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({ sub: who.body.sub, nonce: 'n', azp: 'app', tokenName: 'id_token' });
  });

  it('works once, and what came of it ends with a second try', async () => {
    const { post, request, signIn, codeFor } = await provider();
    const form = { grant_type: 'authorization_code', code: await codeFor(await signIn()), redirect_uri: APP };
    const tokens = await post('access_token', form, basic('app'));
    expect((await request('userinfo', { headers: bearer(tokens) })).status).toBe(200);
    expect((await post('access_token', form, basic('app'))).body).toMatchObject({ error: 'invalid_grant' });
    const after = await request('userinfo', { headers: bearer(tokens) });
    expect([after.status, after.body.error]).toEqual([401, 'invalid_token']);
    expect(after.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it.each([
    ['another client', {}, 'spa', 0],
    ['another address', { redirect_uri: 'https://app.example/other' }, 'app', 0],
    ['a code that is too old', {}, 'app', 120],
  ])('is refused for %s', async (_what, form, client, seconds) => {
    const { post, signIn, codeFor, run } = await provider();
    const code = await codeFor(await signIn());
    await run.advance(seconds);
    const given = { grant_type: 'authorization_code', code, redirect_uri: APP, ...form };
    const answer = client === 'spa' ? await post('access_token', { ...given, client_id: 'spa' }) : await post('access_token', given, basic(client));
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('of a public client needs its verifier', async () => {
    const { post, signIn, codeFor, authorize } = await provider();
    const cookie = await signIn();
    const verifier = 'a-verifier-that-nobody-guesses-and-is-long-enough';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const location = (await authorize({ client_id: 'spa' }, cookie)).headers.get('location');
    expect(new URL(location ?? '').searchParams.get('error')).toBe('invalid_request');
    const exchange = async (code_verifier: string) => {
      const code = await codeFor(cookie, { client_id: 'spa', code_challenge: challenge, code_challenge_method: 'S256' });
      return post('access_token', { grant_type: 'authorization_code', client_id: 'spa', code, redirect_uri: APP, code_verifier });
    };
    expect((await exchange('another')).body).toMatchObject({ error: 'invalid_grant' });
    expect((await exchange(verifier)).status).toBe(200);
  });

  it('is not given without a session: the end user’s page comes first, and comes back', async () => {
    const { authorize, issuer, run, server } = await provider();
    const page = new URL((await authorize({ acr_values: 'BackchannelMain', state: 's' })).headers.get('location') ?? '');
    expect(page.href).toContain(`${server.url}${run.base}/XUI/?realm=`);
    expect(page.searchParams.get('authIndexValue')).toBe('BackchannelMain');
    expect(page.searchParams.get('goto')).toContain(`${issuer}/authorize?client_id=app`);
    const silent = new URL((await authorize({ prompt: 'none', state: 's' })).headers.get('location') ?? '');
    expect([silent.origin, silent.searchParams.get('error'), silent.searchParams.get('state')]).toEqual([
      'https://app.example',
      'interaction_required',
      's',
    ]);
  });

  it('never leads to an address that is not the client’s', async () => {
    const { authorize, signIn } = await provider();
    const cookie = await signIn();
    const answer = await authorize({ redirect_uri: 'https://evil.example/' }, cookie);
    expect([answer.status, answer.body.error, answer.headers.get('location')]).toEqual([400, 'redirect_uri_mismatch', null]);
    expect(await authorize({ client_id: 'nobody' }, cookie)).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
  });
});

describe('a refresh token', () => {
  it('gives fewer scopes or as many, never more, and nothing after it was revoked', async () => {
    const { post, request, signIn, codeFor } = await provider();
    const code = await codeFor(await signIn());
    const first = await post('access_token', { grant_type: 'authorization_code', code, redirect_uri: APP }, basic('app'));
    const token = String(first.body.refresh_token);
    const refresh = (more = {}) => post('access_token', { grant_type: 'refresh_token', refresh_token: token, ...more }, basic('app'));
    const narrow = await refresh({ scope: 'openid' });
    expect(narrow.body).toMatchObject({ scope: 'openid', id_token: expect.any(String), refresh_token: expect.any(String) });
    expect((await refresh({ scope: 'openid email' })).body).toMatchObject({ error: 'invalid_scope' });
    await post('token/revoke', { token }, basic('app'));
    expect((await refresh()).body).toMatchObject({ error: 'invalid_grant' });
    expect((await request('userinfo', { headers: bearer(narrow) })).status).toBe(401);
  });
});

it('endSession ends the session of the ID token’s user, and goes where the client may go', async () => {
  const { post, request, signIn, codeFor, authorize } = await provider();
  const cookie = await signIn();
  const tokens = await post('access_token', { grant_type: 'authorization_code', code: await codeFor(cookie), redirect_uri: APP }, basic('app'));
  const end = (more: Record<string, string>) =>
    request(`connect/endSession?${new URLSearchParams({ id_token_hint: String(tokens.body.id_token), ...more })}`, { headers: { cookie } });
  expect((await end({ post_logout_redirect_uri: 'https://evil.example/', state: 's' })).status).toBe(400);
  expect(new URL((await authorize({ prompt: 'none' }, cookie)).headers.get('location') ?? '').searchParams.get('error')).toBe('interaction_required');
  const done = await end({ post_logout_redirect_uri: 'https://app.example/bye', state: 's' });
  expect([done.status, done.headers.get('location')]).toEqual([302, 'https://app.example/bye?state=s']);
  expect((await request('connect/endSession')).body).toMatchObject({ error: 'invalid_request' });
});

describe('the provider', () => {
  it('is described in each form of its address', async () => {
    const { issuer, server, run } = await provider();
    for (const path of ['realms/root/realms/alpha', 'realms/alpha', 'alpha']) {
      const response = await fetch(`${server.url}${run.base}/oauth2/${path}/.well-known/openid-configuration`);
      expect(await response.json()).toMatchObject({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/access_token`,
      });
    }
  });

  it('publishes nothing private, and what was signed before a rotation or a restart stays good', async () => {
    const first = await startSimulator();
    const { post, request, run } = await provider(first);
    const token = await post('access_token', { grant_type: 'client_credentials', scope: 'back_channel_authentication' }, basic('backchannelGateway'));
    const before = (await request('connect/jwk_uri')).body.keys as Record<string, unknown>[];
    for (const key of before) expect(Object.keys(key).filter((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].includes(name))).toEqual([]);
    const again = await first.restart();
    const keysNow = async () => ((await (await ask('connect/jwk_uri')).json()) as { keys: { kid: string }[] }).keys;
    const ask = (path: string, form?: Record<string, string>) =>
      fetch(
        `${again.url}${run.base}/oauth2/alpha/${path}`,
        form ? { method: 'POST', body: new URLSearchParams(form), headers: basic('backchannelGateway') } : {},
      );
    expect(await keysNow()).toEqual(before);
    const { body } = await again.call('POST', '/api/realms/alpha/keys/rotate', {});
    const after = await keysNow();
    expect(body.keys).toEqual(after);
    expect(after.map(({ kid }) => kid)).toEqual(expect.arrayContaining(before.map(({ kid }) => kid)));
    expect(after.length).toBe(before.length * 2);
    expect(await (await ask('introspect', { token: String(token.body.access_token) })).json()).toMatchObject({ active: true });
  });

  it.each([
    ['a parameter twice', 'client_id=app&client_id=spa', 'application/x-www-form-urlencoded'],
    ['JSON', '{"grant_type":"client_credentials"}', 'application/json'],
    ['nothing', '', 'application/x-www-form-urlencoded'],
  ])('refuses %s', async (_what, body, type) => {
    const { request } = await provider();
    const answer = await request('access_token', { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
});
