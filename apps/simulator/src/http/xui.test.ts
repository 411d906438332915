import { Router } from 'express';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/server.ts';

const QUERY = 'authIndexType=transaction&authIndexValue=b307';
const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const FORM = { ...BROWSER, 'Content-Type': 'application/x-www-form-urlencoded' };

/** AM's part, which keeps forms of other sites out of everything that it answers. */
function restOnly(): Router {
  const router = Router();
  router.use('/am', (req, res, next) =>
    req.get('Origin') ? res.sendStatus(403) : req.path.startsWith('/json') ? res.json({ rest: req.method }) : next(),
  );
  return router;
}

async function open(path: string, { method = 'GET', ...options }: { method?: string; raw?: string; headers: Record<string, string> }) {
  const { call } = await startTestServer({ amRouter: restOnly() });
  const { status, headers } = await call(method, path, options);
  return [status, headers.location];
}

describe("what a browser opens leads to the end user's page", () => {
  it.each([
    [`/am/json/realms/root/realms/alpha/authenticate?${QUERY}`, `/am/XUI/Login?${QUERY}&realm=%2Falpha`],
    [`/am/json/realms/alpha/authenticate?${QUERY}`, `/am/XUI/Login?${QUERY}&realm=%2Falpha`],
    [`/sim/7/am/json/alpha/authenticate?${QUERY}`, `/sim/7/am/XUI/Login?${QUERY}&realm=%2Falpha`],
    [`/am/json/authenticate?realm=/alpha&${QUERY}`, `/am/XUI/Login?realm=%2Falpha&${QUERY}`],
  ])('a redirect URI of the type Post, as a link: %s', async (path, page) => {
    expect(await open(path, { headers: BROWSER })).toEqual([303, page]);
  });

  it('a redirect URI of the type Post, as a form, also of another site', async () => {
    const path = `/am/json/realms/root/realms/alpha/authenticate?${QUERY}`;
    const form = { method: 'POST', raw: '', headers: { ...FORM, Origin: 'https://desk.example' } };
    expect(await open(path, form)).toEqual([303, `/am/XUI/Login?${QUERY}&realm=%2Falpha`]);
  });

  it('a form of an identity provider, with what it brings', async () => {
    const form = { method: 'POST', raw: 'state=s1&code=c%2B1', headers: { ...FORM, Origin: 'https://idp.example' } };
    expect(await open('/sim/7/am/XUI/?realm=/alpha', form)).toEqual([303, '/sim/7/am/XUI/?realm=%2Falpha&state=s1&code=c%2B1']);
  });

  it('the context alone', async () => {
    expect(await open('/am?realm=/alpha', { headers: BROWSER })).toEqual([302, '/am/XUI/?realm=%2Falpha']);
    expect(await open('/sim/7/am/', { headers: BROWSER })).toEqual([302, '/sim/7/am/XUI/']);
  });
});

it('clients of the REST interface get its answer, not a page', async () => {
  const { call } = await startTestServer({ amRouter: restOnly() });
  const address = `/am/json/realms/root/realms/alpha/authenticate?${QUERY}`;
  const sdk = { Accept: 'application/json, text/plain, */*', 'Content-Type': 'application/json' };
  expect((await call('POST', address, { raw: '{}', headers: sdk })).json).toEqual({ rest: 'POST' });
  expect((await call('GET', address, { headers: { Accept: '*/*' } })).json).toEqual({ rest: 'GET' });
});
