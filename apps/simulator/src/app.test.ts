import express from 'express';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { apiRoutes, createApp } from './app.ts';
import { expressPath, jsonRoute } from './http/route.ts';
import type { AppParts } from './services.ts';
import { startTestServer } from './testing/server.ts';

const failing = jsonRoute({
  method: 'get',
  path: '/failing/{id}',
  summary: 'Fails',
  tag: 'Test',
  answer: { description: 'Never.', schema: z.object({}) },
  handle: () => {
    throw new Error('secret inside');
  },
});

describe('addresses', () => {
  it('says that it is well', async () => {
    const { call } = await startTestServer();
    const reply = await call('GET', '/healthz');
    expect([reply.status, reply.json]).toEqual([200, { status: 'ok' }]);
  });

  it.each([
    ['GET', '/api/nothing', 404],
    ['GET', '/api', 404],
    ['GET', '/api/Realms', 404],
    ['POST', '/api/realms/alpha/nothing', 404],
    ['GET', '/api/realms//journeys', 404],
    ['GET', '/api/realms/%ff/journeys', 400],
    ['GET', '/api/realms/%E0%A4%A/journeys', 400],
    ['GET', '/api/realms/beta/journeys', 404],
    ['GET', '/am/json/nothing', 404],
    ['GET', '/sim/1/am/nothing', 404],
    ['PUT', '/nothing', 404],
  ])('%s %s is a problem %i', async (method, path, status) => {
    const { call } = await startTestServer();
    const reply = await call(method, path, method === 'GET' ? {} : { body: {} });
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json).toMatchObject({ status, type: 'about:blank', errors: [{ message: expect.any(String) as string }] });
  });

  it('names the methods that a path has', async () => {
    const { call } = await startTestServer();
    const reply = await call('PATCH', '/api/realms/alpha/journeys/Login', { body: {} });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, PUT, DELETE']);
  });

  it('says nothing about the inside when something goes wrong there', async () => {
    const { call } = await startTestServer({ simulationRoutes: [failing] });
    const log = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const reply = await call('GET', '/api/failing/1');
    const logged = log.mock.calls.map(([text]) => String(text)).join('');
    log.mockRestore();
    expect([reply.status, reply.json]).toMatchObject([500, { title: 'Internal Server Error', errors: [] }]);
    expect(reply.text).not.toContain('secret');
    expect(logged).toContain('GET /api/failing/1: Error: secret inside');
  });
});

describe('pages', () => {
  it.each(['/', '/realms/alpha', '/designer/alpha/My.Journey', '/simulation/1'])('%s is the designer', async (path) => {
    const { call } = await startTestServer();
    const reply = await call('GET', path, { headers: { Accept: 'text/html,*/*' } });
    expect([reply.status, reply.text, reply.headers['cache-control']]).toEqual([200, '<title>Designer</title>', 'no-cache']);
  });

  it.each([
    '/am/XUI/Login?realm=/alpha',
    '/am/XUI/',
    '/am/XUI/?realm=alpha#login',
    '/am/XUI/index.html',
    '/am/UI/Login?realm=%2Falpha&authIndexType=transaction&authIndexValue=b307',
    '/sim/1/am/XUI/Login',
    '/sim/1/am/UI/Login',
    '/sim/1/as/bob/am/XUI/',
  ])("%s is the end user's page", async (path) => {
    const { call } = await startTestServer();
    expect((await call('GET', path)).text).toBe('<title>Login</title>');
  });

  it('lets hashed files be kept for ever, others not at all', async () => {
    const { call } = await startTestServer();
    expect((await call('GET', '/assets/index-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await call('GET', '/favicon.svg')).headers['cache-control']).toBe('no-cache');
    expect((await call('GET', '/assets/gone-abc.js', { headers: { Accept: '*/*' } })).status).toBe(404);
    expect((await call('GET', '/..%2f..%2fsecrets.key', { headers: { Accept: 'image/png' } })).status).toBe(404);
  });

  it('asks the AM router first', async () => {
    const amRouter = express.Router();
    amRouter.get('/am/json/serverinfo', (_req, res) => void res.json({ am: true }));
    const { call } = await startTestServer({ amRouter });
    expect((await call('GET', '/am/json/serverinfo')).json).toEqual({ am: true });
    expect((await call('GET', '/am/XUI/Login')).text).toContain('Login');
  });
});

describe('openapi.json', () => {
  interface Description {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
    components: { schemas: Record<string, unknown> };
  }

  it('describes every route that is mounted, and nothing else', async () => {
    const { call, realms, history, sealer, hub, admin } = await startTestServer({ simulationRoutes: [failing] });
    const { paths } = (await call('GET', '/api/openapi.json')).json as Description;
    const described = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`));
    const parts: AppParts = {
      admin,
      realms,
      history,
      sealer,
      hub,
      simulationRoutes: [failing],
      pages: { router: express.Router(), sendLoginPage: () => undefined },
    };
    expect(described.sort()).toEqual(mounted(createApp(parts)).sort());
    expect(described).toContain('get /api/failing/{id}');
    expect(described).toContain('get /api/events');
  });

  it('holds together: unique operations, every reference resolved', async () => {
    const { call } = await startTestServer();
    const reply = await call('GET', '/api/openapi.json');
    const { openapi, paths, components } = reply.json as Description;
    expect(openapi).toBe('3.1.0');
    const ids = Object.values(paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...reply.text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) expect(Object.keys(components.schemas)).toContain(reference.replace('#/components/schemas/', ''));
  });

  it('knows all its routes by their own paths', async () => {
    const { realms, history, sealer, hub, admin } = await startTestServer();
    const paths = apiRoutes({ admin, realms, history, sealer, hub, pages: { router: express.Router(), sendLoginPage: () => undefined } }).map(
      ({ doc }) => `${doc.method} ${doc.path}`,
    );
    expect(new Set(paths).size).toBe(paths.length);
  });
});

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** What Express really has below /api, however it came there. */
function mounted(app: express.Express): string[] {
  const layers = (app.router as unknown as { stack: Layer[] }).stack;
  const routers = layers.flatMap(({ handle }) => (handle.stack ? [handle as { stack: Layer[] }] : []));
  const api = routers.find(({ stack }) => stack.some(({ route }) => route?.path === expressPath('/openapi.json')));
  return (api?.stack ?? []).flatMap(({ route }) =>
    route
      ? Object.keys(route.methods)
          .filter((method) => method !== '_all')
          .map((method) => `${method} /api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
      : [],
  );
}
