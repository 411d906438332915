import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

const ORIGIN = 'https://app.example';
const AUTHENTICATE = '/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain';

async function server() {
  const simulator = await startSimulator();
  await simulator.services({ corsOrigins: [ORIGIN] });
  const { base } = await simulator.create();
  const ask = (path: string, method: string, origin: string, headers: Record<string, string> = {}) =>
    fetch(`${simulator.url}${path}`, { method, headers: { origin, ...headers } });
  const preflight = (path: string, origin: string) =>
    ask(path, 'OPTIONS', origin, {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'accept-api-version,content-type,x-requested-with',
    });
  return { base, ask, preflight };
}

describe('a page of an origin that was named', () => {
  it.each(['/am', '/sim'])('starts journeys under %s, with cookies', async (context) => {
    const { base, ask, preflight } = await server();
    const path = `${context === '/sim' ? base : context}${AUTHENTICATE}`;
    const first = await preflight(path, ORIGIN);
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(first.headers.get('access-control-allow-credentials')).toBe('true');
    const allowed = (first.headers.get('access-control-allow-headers') ?? '').split(',');
    expect(allowed).toEqual(expect.arrayContaining(['accept-api-version', 'content-type', 'x-requested-with', 'authorization']));
    const answer = await ask(path, 'POST', ORIGIN, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('reads the discovery document, but no configuration', async () => {
    const { base, ask, preflight } = await server();
    const wellknown = await ask(`${base}/oauth2/alpha/.well-known/openid-configuration`, 'GET', ORIGIN);
    expect(wellknown.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const trees = '/am/json/realms/root/realms/alpha/realm-config/authentication/authenticationtrees/trees/authenticate';
    expect((await preflight(trees, ORIGIN)).headers.get('access-control-allow-methods')).toBeNull();
  });
});

it.each(['https://evil.example', 'http://app.example', 'null'])('a page of %s may do neither', async (origin) => {
  const { base, ask, preflight } = await server();
  expect((await preflight(base + AUTHENTICATE, origin)).headers.get('access-control-allow-origin')).toBeNull();
  const answer = await ask(base + AUTHENTICATE, 'POST', origin);
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});
