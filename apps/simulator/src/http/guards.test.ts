import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/server.ts';

const change = { method: 'PUT', path: '/api/realms/alpha/journeys/New', body: { baseVersion: 0, tree: { _id: 'New' }, nodes: {}, scripts: {} } };

describe('who may ask', () => {
  it.each(['127.0.0.1', 'localhost:8080', 'tandem.localhost', '[::1]:8080', '127.1.2.3:1'])('answers as %s', async (host) => {
    const { call } = await startTestServer();
    expect((await call('GET', '/api/realms', { headers: { Host: host } })).status).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'x@localhost', 'tandem.example', '192.168.1.5:8080', 'a b'])(
    'does not answer as %s, wherever that name leads',
    async (host) => {
      const { call } = await startTestServer();
      for (const path of ['/api/realms', '/', '/am/XUI/Login', '/healthz']) {
        const reply = await call('GET', path, { headers: { Host: host } });
        expect(reply.status).toBe(421);
        expect(reply.json).toMatchObject({ errors: [{ field: 'Host', expected: '127.0.0.1 or localhost' }] });
      }
    },
  );

  it('answers as the name of TANDEM_PUBLIC_URL, and takes changes from there once amadmin has signed in', async () => {
    const { call, admin } = await startTestServer({ publicUrl: new URL('https://tandem.example') });
    const headers = { Host: 'tandem.example', Origin: 'https://tandem.example', 'Sec-Fetch-Site': 'same-origin' };
    expect((await call(change.method, change.path, { body: change.body, headers })).status).toBe(401);
    const cookie = `tandemAdmin=${admin.sessions.begin('amadmin')}`;
    expect((await call(change.method, change.path, { body: change.body, headers: { ...headers, cookie } })).status).toBe(200);
  });

  it('answers as an address of its own on the network', async () => {
    const { call } = await startTestServer({ names: () => ['192.168.1.5'] });
    expect((await call('GET', '/healthz', { headers: { Host: '192.168.1.5:8080' } })).status).toBe(200);
    const reply = await call('GET', '/healthz', { headers: { Host: 'evil.example' } });
    expect([reply.status, reply.json]).toMatchObject([421, { errors: [{ expected: '127.0.0.1 or localhost or 192.168.1.5' }] }]);
  });
});

describe('changes', () => {
  it.each([
    ['from curl', {}],
    ['from our own page', { Host: 'localhost:8080', Origin: 'http://localhost:8080', 'Sec-Fetch-Site': 'same-origin' }],
  ])('are taken %s', async (_who, headers) => {
    const { call } = await startTestServer();
    expect((await call(change.method, change.path, { body: change.body, headers })).status).toBe(200);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example' }, 'Origin'],
    ['another port of this machine', { Host: 'localhost:8080', Origin: 'http://localhost:3000' }, 'Origin'],
    ['a sandboxed frame', { Origin: 'null' }, 'Origin'],
    ['a browser that says cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 'Sec-Fetch-Site'],
    ['a browser that says same-site', { 'Sec-Fetch-Site': 'same-site' }, 'Sec-Fetch-Site'],
  ])('are refused from %s', async (_who, headers, field) => {
    const { call, realms } = await startTestServer();
    for (const [method, path, body] of [
      [change.method, change.path, change.body],
      ['DELETE', '/api/realms/alpha/journeys/Login', undefined],
      ['POST', '/api/realms/alpha/import', {}],
    ] as const) {
      const reply = await call(method, path, { body, headers });
      expect(reply.status).toBe(403);
      expect(reply.json).toMatchObject({ title: 'Forbidden', errors: [{ field }] });
    }
    expect(realms.load('alpha')?.version).toBe(1);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
    'application/jsonp',
  ])('are refused as %s', async (type) => {
    const { call } = await startTestServer();
    const reply = await call(change.method, change.path, { body: change.body, headers: { 'Content-Type': type } });
    expect(reply.status).toBe(415);
    expect(reply.json).toMatchObject({ errors: [{ field: 'Content-Type', expected: 'application/json' }] });
  });

  it('may name the charset, and delete without a body', async () => {
    const { call } = await startTestServer();
    expect(
      (await call(change.method, change.path, { body: change.body, headers: { 'Content-Type': 'application/json; charset=UTF-8' } })).status,
    ).toBe(200);
    expect((await call('DELETE', '/api/realms/alpha/journeys/New')).status).toBe(200);
  });
});

it('sends headers that keep a page from being misused', async () => {
  const { call } = await startTestServer();
  for (const path of ['/', '/api/realms', '/api/nothing', '/am/XUI/Login', '/am/nothing', '/nothing.js', '/assets/index-abc123.js', '/healthz']) {
    const { headers } = await call('GET', path, { headers: { Accept: 'text/html' } });
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['x-powered-by']).toBeUndefined();
    const isAnswer = /^\/(api|am\/nothing|healthz)/.test(path);
    expect(headers['x-frame-options']).toBe(isAnswer ? 'DENY' : 'SAMEORIGIN');
    const policy = String(headers['content-security-policy']);
    if (isAnswer) expect(policy).toBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    else expect(policy).toMatch(/default-src 'self'; script-src 'self';.*frame-ancestors 'self'; object-src 'none'; base-uri 'none'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*|https?:/);
  }
});
