import { type Browser, expect, type Page, test } from '@playwright/test';
import { OwnServer } from '../support/server.ts';
import { App } from './app.ts';
import { call, type Run, simulation } from './tandem.ts';

/** `@forgerock/login-widget`, Ping's own page for end users, in Chromium on a page of another origin: nobody here tells it what to do. */

const server = new OwnServer();
const app = new App('widgetPage.ts');

test.beforeAll(async () => {
  await app.start();
  await server.start();
  server.url = server.url.replace('127.0.0.1', 'localhost');
  const services = (await call(server.url, 'GET', '/api/realms/alpha/services')) as object;
  await call(server.url, 'PUT', '/api/realms/alpha/services', { ...services, corsOrigins: [app.origin] });
});
test.afterAll(() => {
  app.stop();
  return server.remove();
});

async function open(browser: Browser, run: Run, wanted: { journey?: string; transaction?: string }) {
  const page = await app.open(browser);
  await page.evaluate((given) => globalThis.signIn(given), { am: run.am, ...wanted });
  return page;
}

interface Answer {
  callbacks?: { type: string; output: { name: string; value: unknown }[] }[];
  message?: string;
}

/** Each answer that a page gets, by its first callback (a wait with its milliseconds), a failure by its message. */
function answersTo(page: Page): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.request().method() !== 'POST') return;
    void response.json().then(({ callbacks, message }: Answer) => {
      const first = callbacks?.[0];
      const wait = first?.output.find(({ name }) => name === 'waitTime')?.value;
      answers.push(first ? [first.type, ...(wait === undefined ? [] : [wait])].join(' ') : String(message));
    });
  });
  return answers;
}

test('signs bjensen in by transaction while another one sits through the polling of the main journey', async ({ browser }) => {
  const run = await simulation(server.url, 'real');
  const agent = await open(browser, run, { journey: 'BackchannelMain' });
  const answers = answersTo(agent);
  await agent.getByRole('textbox').fill('bjensen');
  await agent.getByRole('button').click();
  await expect.poll(async () => (await run.transactions()).length).toBe(1);
  const [created] = await run.transactions();
  // Nobody touches this page from here on: it shows the link, waits, and comes back by itself.
  await expect(agent.getByText(String(created?.redirectUri))).toBeVisible();

  const user = await open(browser, run, { transaction: String(created?.id) });
  const password = user.locator('input[type=password]');
  await expect(password).toBeVisible();
  // The transaction is under way: another node waits now, and again.
  await expect.poll(() => answers.filter((answer) => answer === 'PollingWaitCallback 8000').length, { timeout: 40_000 }).toBeGreaterThan(1);
  await password.fill('Secret12!');
  await user.locator('button[type=submit]').click();
  await expect.poll(() => user.evaluate(() => globalThis.told)).toMatchObject({ completed: true, successful: true });
  expect((await run.transactions())[0]).toMatchObject({ state: 'COMPLETED', result: 'APPROVED' });
  // The main journey shows what the user's session holds and ends, which is no sign-in of its own; then the widget starts afresh.
  await expect.poll(() => answers.slice(-3), { timeout: 40_000 }).toEqual(['TextOutputCallback', 'Login failure', 'NameCallback']);
});
