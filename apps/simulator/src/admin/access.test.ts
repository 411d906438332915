import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ensureAdmin } from '../admin/password.ts';
import { startTestServer } from '../testing/server.ts';
import { openStream } from '../testing/stream.ts';

const PASSWORD = 'a test password';
/** As a reverse proxy on this machine passes a request on. */
const FAR = { 'X-Forwarded-For': '203.0.113.9' };

async function server() {
  const started = await startTestServer({ publicUrl: new URL('https://tandem.example'), now: () => 1_000_000 });
  await ensureAdmin(started.settings, PASSWORD);
  const signIn = (password = PASSWORD, headers: Record<string, string> = {}) =>
    started.call('POST', '/api/session', { body: { password }, headers: { ...FAR, ...headers } });
  const cookieOf = async () => String((await signIn()).headers['set-cookie']).split(';')[0] ?? '';
  return { ...started, signIn, cookieOf };
}

describe('who has to sign in', () => {
  const ways: [string, Record<string, string>][] = [
    ['through a proxy that names its clients', FAR],
    ['through a proxy that says so otherwise', { Forwarded: 'for=203.0.113.9' }],
    ['through a proxy that claims to be local', { 'X-Forwarded-For': '127.0.0.1' }],
    ['to the public name', { Host: 'tandem.example' }],
    ['by a page of the public name', { Origin: 'https://tandem.example' }],
  ];
  it.each(ways)('whoever comes %s', async (_how, headers) => {
    const { call } = await server();
    for (const path of [
      '/api/realms',
      '/api/openapi.json',
      '/api/events?topics=realm:alpha',
      '/api/nothing',
      '/api/SESSION',
      '/api/session/password',
    ]) {
      const reply = await call('GET', path, { headers });
      expect([path, reply.status]).toEqual([path, 401]);
      expect(reply.headers['content-type']).toContain('application/problem+json');
    }
    expect((await call('PUT', '/api/session/password', { body: { password: 'taken over' }, headers })).status).toBe(401);
    expect((await call('POST', '/api/realms/alpha/import', { body: {}, headers })).status).toBe(401);
    const page = await call('GET', '/realms/alpha', { headers: { ...headers, Accept: 'text/html' } });
    expect([page.status, page.text]).toEqual([401, '<title>Designer</title>']);
  });

  it('whoever comes through a proxy that speaks HTTP/1.0 and adds nothing, as nginx does untold', async () => {
    const { port } = await server();
    const answer = await raw(port, 'GET /api/realms HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('nobody at this machine, nor the end user and the health check from anywhere', async () => {
    const { call } = await server();
    expect((await call('GET', '/api/realms')).status).toBe(200);
    expect((await call('GET', '/api/session')).json).toEqual({ signIn: 'not-needed', userName: null });
    for (const path of ['/am/XUI/Login', '/sim/1/am/XUI/Login', '/healthz', '/assets/index-abc123.js', '/api/session'])
      expect([path, (await call('GET', path, { headers: FAR })).status]).toEqual([path, 200]);
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts and other sites do not get, and that opens the API', async () => {
    const { call, signIn, cookieOf } = await server();
    const reply = await signIn();
    expect([reply.status, reply.json]).toEqual([200, { signIn: 'done', userName: 'amadmin' }]);
    expect(String(reply.headers['set-cookie'])).toMatch(/^tandemAdmin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = await cookieOf();
    expect((await call('GET', '/api/realms', { headers: { ...FAR, cookie } })).status).toBe(200);
    expect((await call('GET', '/api/session', { headers: { ...FAR, cookie } })).json).toEqual({ signIn: 'done', userName: 'amadmin' });
    expect((await call('GET', '/', { headers: { ...FAR, cookie, Accept: 'text/html' } })).status).toBe(200);
    expect((await call('GET', '/api/realms', { headers: { ...FAR, cookie: `${cookie}x` } })).status).toBe(401);
  });

  it('keeps the cookie to https where that is the public address', async () => {
    const { signIn } = await server();
    const reply = await signIn(PASSWORD, { Host: 'tandem.example', Origin: 'https://tandem.example' });
    expect(String(reply.headers['set-cookie'])).toMatch(/; Secure$/);
  });

  it('is refused from a page of another site, as a form, and with another name or password', async () => {
    const { call, signIn } = await server();
    expect((await signIn(PASSWORD, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await signIn(PASSWORD, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const form = { ...FAR, 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await call('POST', '/api/session', { raw: `password=${PASSWORD}`, headers: form })).status).toBe(415);
    expect(await signIn('another')).toMatchObject({ status: 401, json: { detail: 'Name or password are wrong.' }, headers: {} });
    expect((await call('POST', '/api/session', { body: { userName: 'root', password: PASSWORD }, headers: FAR })).status).toBe(401);
  });

  it('ends by signing out, with every stream that was opened', async () => {
    const { call, cookieOf, url } = await server();
    const cookie = await cookieOf();
    const stream = await openStream(`${url}/api/events?topics=realm:alpha`, { ...FAR, cookie });
    const reply = await call('DELETE', '/api/session', { headers: { ...FAR, cookie } });
    expect(reply.json).toEqual({ signIn: 'needed', userName: null });
    expect(String(reply.headers['set-cookie'])).toContain('Max-Age=0');
    await stream.ended;
    expect((await call('GET', '/api/realms', { headers: { ...FAR, cookie } })).status).toBe(401);
  });
});

describe('guessing', () => {
  it('is slowed down after five failures, for the right password and by whatever way, and says how long', async () => {
    const { call, signIn } = await server();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => signIn('a guess')));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    const refused = await signIn();
    expect([refused.status, refused.json]).toMatchObject([429, { detail: 'Too many attempts to sign in failed. Try again in 1 second.' }]);
    expect(refused.headers['retry-after']).toBe('1');
    // Another client is not locked out by them.
    expect((await signIn(PASSWORD, { 'X-Forwarded-For': '203.0.113.10' })).status).toBe(200);
    expect((await call('PUT', '/api/session/password', { body: { current: PASSWORD, password: 'long enough' }, headers: FAR })).status).toBe(401);
  });
});

describe('the password', () => {
  it('is changed by whoever knows it; all other sessions end', async () => {
    const { call, signIn, cookieOf } = await server();
    const [own, other] = [await cookieOf(), await cookieOf()];
    const change = (body: object, headers: Record<string, string>) => call('PUT', '/api/session/password', { body, headers });
    const far = { ...FAR, cookie: own };
    expect((await change({ password: 'without the old' }, far)).status).toBe(401);
    expect(await change({ current: 'wrong', password: 'another password' }, far)).toMatchObject({
      status: 401,
      json: { errors: [{ field: 'current' }] },
    });
    expect((await change({ current: PASSWORD, password: 'short' }, far)).status).toBe(400);
    const changed = await change({ current: PASSWORD, password: 'another password' }, far);
    expect(changed.status).toBe(200);
    const renewed = String(changed.headers['set-cookie']).split(';')[0] ?? '';
    expect((await call('GET', '/api/realms', { headers: { ...FAR, cookie: renewed } })).status).toBe(200);
    for (const cookie of [own, other]) expect((await call('GET', '/api/realms', { headers: { ...FAR, cookie } })).status).toBe(401);
    expect((await signIn()).status).toBe(401);
    expect((await signIn('another password')).status).toBe(200);
  });

  it('that was forgotten is set anew at this machine', async () => {
    const { call, signIn } = await server();
    expect((await call('PUT', '/api/session/password', { body: { password: 'set anew here' } })).status).toBe(200);
    expect((await signIn('set anew here')).status).toBe(200);
  });
});

/** What a server answers to these bytes. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', reject).on('close', () => resolve(text));
  });
}
