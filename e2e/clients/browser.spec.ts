import { expect, type Page, test } from '@playwright/test';
import { OwnServer } from '../support/server.ts';
import { App } from './app.ts';
import { call, LAST_MESSAGE, type Run, simulation } from './tandem.ts';

/** Ping's clients in Chromium, on pages of another origin: with CORS, cookies and the token step. */

// One server for all: it takes longer to start than each test takes.
test.describe.configure({ mode: 'default' });
const server = new OwnServer();
const app = new App();

test.beforeAll(async () => {
  await app.start();
  await server.start();
  // The name that journey-client takes http for.
  server.url = server.url.replace('127.0.0.1', 'localhost');
  const services = (await call(server.url, 'GET', '/api/realms/alpha/services')) as object;
  await call(server.url, 'PUT', '/api/realms/alpha/services', { ...services, corsOrigins: [app.origin] });
  await call(server.url, 'PUT', '/api/realms/alpha/clients/webApp', {
    clientType: 'Public',
    tokenEndpointAuthMethod: 'none',
    redirectUris: [app.callback],
    scopes: ['openid', 'profile', 'email'],
  });
});
test.afterAll(() => {
  app.stop();
  return server.remove();
});

/** What a page's client was told, as far as the test compares it. */
interface Told {
  type: string;
  text: string;
}
interface Call {
  run: Run;
  start?: object;
  value?: string;
}

/** A page takes data, no functions. */
const sent = ({ run: { am, wellknown }, ...given }: Call) => ({ ...given, run: { am, wellknown } });

/** Starts a journey, or sends the last step back with this value in its last callback that takes one. */
const bySdk = (page: Page, given: Call): Promise<Told> =>
  page.evaluate(async ({ run, start, value }) => {
    const held = globalThis as { step?: unknown };
    const options = { serverConfig: { baseUrl: run.am, timeout: 10_000 }, realmPath: 'alpha' };
    const { FRAuth } = globalThis.ping;
    if (!start) {
      const step = held.step as Awaited<ReturnType<typeof FRAuth.start>> & { callbacks: { setInputValue(value: unknown): void }[] };
      if (value !== undefined) step.callbacks.at(-1)?.setInputValue(value);
      held.step = await FRAuth.next(step as never, options);
    } else held.step = await FRAuth.start({ ...options, ...start });
    return { type: String((held.step as { type: string }).type), text: JSON.stringify(held.step) };
  }, sent(given));

const byJourneyClient = (page: Page, given: Call): Promise<Told> =>
  page.evaluate(async ({ run, start, value }) => {
    type Client = Exclude<Awaited<ReturnType<typeof globalThis.ping.journey>>, { error: unknown }>;
    const held = globalThis as { step?: unknown; client?: Client };
    held.client ??= (await globalThis.ping.journey({ config: { serverConfig: { wellknown: run.wellknown } } })) as Client;
    if (!start) {
      const step = held.step as { callbacks: { setInputValue(value: unknown): void }[] };
      if (value !== undefined) step.callbacks.at(-1)?.setInputValue(value);
      held.step = await held.client.next(step as never);
    } else held.step = await held.client.start(start as never);
    return { type: String((held.step as { type: string }).type), text: JSON.stringify(held.step) };
  }, sent(given));

const clients = [
  { name: 'javascript-sdk', play: bySdk, journey: { tree: 'HelpDeskVerify' } },
  { name: 'journey-client', play: byJourneyClient, journey: { journey: 'HelpDeskVerify' } },
];

for (const { name, play, journey } of clients) {
  test(`${name}: two browsers play the help desk pair`, async ({ browser }) => {
    const run = await simulation(server.url);
    const [agent, user] = [await app.open(browser), await app.open(browser)];
    await play(agent, { run, start: journey });
    expect(await play(agent, { run, value: 'bjensen@example.com' })).toMatchObject({ type: 'Step' });
    const query = { authIndexType: 'transaction', authIndexValue: (await run.transactions()).at(-1)?.id };
    expect(await play(user, { run, start: { query } })).toMatchObject({ type: 'Step' });
    expect(await play(user, { run, value: 'wrong' })).toMatchObject({ type: 'LoginFailure', text: expect.stringContaining('Login failure') });
    await play(user, { run, start: { query } });
    expect(await play(user, { run, value: 'Secret12!' })).toMatchObject({ type: 'LoginSuccess' });
    await run.advance(9);
    expect((await play(agent, { run })).text).toContain(LAST_MESSAGE);
    const cookies = await user.context().cookies();
    expect(cookies.map((cookie) => [cookie.name, cookie.httpOnly])).toEqual(
      expect.arrayContaining([
        ['iPlanetDirectoryPro', true],
        ['amlbcookie', true],
      ]),
    );
  });
}

/** Signs bjensen in through a transaction. */
async function signIn(page: Page, run: Run): Promise<void> {
  await bySdk(page, { run, start: { tree: 'BackchannelMain' } });
  await bySdk(page, { run, value: 'bjensen' });
  const query = { authIndexType: 'transaction', authIndexValue: (await run.transactions()).at(-1)?.id };
  await bySdk(page, { run, start: { query } });
  expect((await bySdk(page, { run, value: 'Secret12!' })).type).toBe('LoginSuccess');
}

test('javascript-sdk: tokens in the background, the user’s claims, and logout, after which there are none', async ({ browser }) => {
  const run = await simulation(server.url);
  const page = await app.open(browser);
  await signIn(page, run);
  const told = await page.evaluate(
    async ({ am, redirectUri }) => {
      const { Config, TokenManager, UserManager, FRUser } = globalThis.ping;
      const serverConfig = { baseUrl: am, timeout: 10_000 };
      Config.set({ serverConfig, realmPath: 'alpha', clientId: 'webApp', redirectUri, scope: 'openid profile email', tokenStore: 'localStorage' });
      const tokens = await TokenManager.getTokens();
      const user = await UserManager.getCurrentUser();
      await FRUser.logout();
      const after = await TokenManager.getTokens().then(JSON.stringify, String);
      return { tokens, user, after };
    },
    { am: run.am, redirectUri: app.callback },
  );
  expect(told.tokens).toMatchObject({ accessToken: expect.any(String), idToken: expect.any(String), refreshToken: expect.any(String) });
  expect(told.user).toMatchObject({ name: 'Barbara Jensen', email: 'bjensen@example.com' });
  expect(told.after).toContain('interaction that is not allowed');
});

test('oidc-client: the token step by the discovery document, and logout', async ({ browser }) => {
  const run = await simulation(server.url);
  const page = await app.open(browser);
  await signIn(page, run);
  const told = await page.evaluate(
    async ({ wellknown, redirectUri }) => {
      const client = await globalThis.ping.oidc({
        config: { clientId: 'webApp', redirectUri, scope: 'openid profile', responseType: 'code', serverConfig: { wellknown } },
      });
      if ('error' in client) return { client };
      const allowed = await client.authorize.background();
      if ('error' in allowed) return { allowed };
      const tokens = await client.token.exchange(allowed.code, allowed.state);
      const user = await client.user.info();
      const out = await client.user.logout();
      return { tokens, user, out, after: await client.authorize.background() };
    },
    { wellknown: run.wellknown, redirectUri: app.callback },
  );
  expect(told.tokens, JSON.stringify(told)).toMatchObject({ accessToken: expect.any(String), idToken: expect.any(String) });
  expect(told.user).toMatchObject({ name: 'Barbara Jensen' });
  expect(told.out, JSON.stringify(told.out)).not.toHaveProperty('error');
  expect(told.after).toMatchObject({ error: 'interaction_required' });
});

test('a page of an origin that nobody named is not answered', async ({ browser }) => {
  const run = await simulation(server.url);
  const page = await app.open(browser);
  const services = (await call(server.url, 'GET', '/api/realms/alpha/services')) as object;
  await call(server.url, 'PUT', '/api/realms/alpha/services', { ...services, corsOrigins: [] });
  try {
    await expect(bySdk(page, { run, start: { tree: 'BackchannelMain' } })).rejects.toThrow(/fetch/i);
  } finally {
    await call(server.url, 'PUT', '/api/realms/alpha/services', services);
  }
});
