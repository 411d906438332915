import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

const AUTHENTICATE = '/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain';

/** The contexts under which a journey of the first run starts. */
async function contexts() {
  const { create, url } = await startSimulator();
  const run = await create();
  return { url, all: ['/am', run.base, `/sim/${run.id}/as/agent/am`] };
}

const post = (url: string, headers: Record<string, string>) => fetch(url, { method: 'POST', body: '{}', headers });

describe('AM’s endpoints', () => {
  it.each([
    ['another site', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }, 'Origin is "https://evil.example"'],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }, 'Origin is "http://127.0.0.1:1"'],
    ['a sandboxed frame', { Origin: 'null' }, 'Origin is "null"'],
    ['a browser that says cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 'Sec-Fetch-Site is "cross-site"'],
  ])('are closed to %s', async (_who, headers, why) => {
    const { url, all } = await contexts();
    for (const path of all.flatMap((context) => [`${context}${AUTHENTICATE}`, `${context}/json/sessions?_action=logout`])) {
      const answer = await post(`${url}${path}`, headers);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({ code: 403, reason: 'Forbidden', message: expect.stringContaining(why) });
    }
  });

  it.each([
    ['curl and SDKs outside of browsers', () => ({})],
    ['our own pages', (url: string) => ({ Origin: url, 'Sec-Fetch-Site': 'same-origin' })],
  ])('are open to %s', async (_who, headers) => {
    const { url, all } = await contexts();
    for (const context of all) expect((await post(`${url}${context}${AUTHENTICATE}`, headers(url))).status).toBe(200);
  });
});
