import { networkInterfaces } from 'node:os';
import type { Page } from '@playwright/test';
import { authenticateUrl, filled, output, post } from './support/am.ts';
import { expectAccessible, expectFits } from './support/look.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

// Who is not signed in is told so by status, and a wrong password as well. One header has no meaning without TLS, says the browser.
test.use({ expectedErrors: [/status of (401|429) |^The Cross-Origin-Opener-Policy header has been ignored/] });

const address = Object.values(networkInterfaces())
  .flat()
  .find((info) => info?.family === 'IPv4' && !info.internal)?.address;

test.describe('a server that is open to the network', () => {
  test.skip(address === undefined, 'This machine is on no network.');
  const server = new OwnServer();
  let far = '';

  test.beforeAll(async () => {
    await server.start({ host: '0.0.0.0' });
    far = `http://${address}:${new URL(server.url).port}`;
  });
  test.afterAll(() => server.remove());

  async function signIn(page: Page, password = 'Secret12!'): Promise<void> {
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  test('asks who designs to sign in, goes on where one was, and lets one sign out @look', async ({ page, context }) => {
    await page.goto(`${far}/realms/alpha/journeys/HelpDeskVerify`);
    const dialog = page.getByRole('dialog', { name: 'Sign in to Tandem' });
    await expect(dialog.getByLabel('Password')).toBeFocused();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 640 });
    await expectFits(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await signIn(page, 'wrong');
    await expect(dialog.getByRole('alert')).toHaveText('Name or password are wrong.');
    // By keyboard alone: the field is ready for another try.
    await page.keyboard.type('Secret12!');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    const comment = page.getByRole('textbox', { name: 'Description' });
    await expect(page.locator('[data-node-id]').first()).toBeVisible();
    expect((await context.cookies()).map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
      { name: 'tandemAdmin', httpOnly: true, sameSite: 'Strict' },
    ]);

    // The session ends while something is changed: saving asks to sign in, and saves then.
    await page
      .locator('.react-flow__pane')
      .first()
      .click({ position: { x: 8, y: 8 } });
    await comment.fill('Written before the session ended');
    await context.clearCookies();
    await page.getByRole('button', { name: /^Save/ }).first().click();
    await expect(dialog).toBeVisible();
    await signIn(page);
    await expect(dialog).toBeHidden();
    await expect
      .poll(async () => (await page.request.get(`${server.url}/api/realms/alpha/journeys/HelpDeskVerify`)).text())
      .toContain('Written before the session ended');

    await page.getByRole('link', { name: 'Server' }).click();
    await expect(page.getByText('Signed in as amadmin')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(dialog).toBeVisible();
    expect((await page.request.get(`${far}/api/realms`)).status()).toBe(401);
  });

  test('is open to applications and end users, whose links lead to the network', async ({ page }) => {
    const base = `${far}/am`;
    const first = await post(`${authenticateUrl(base)}?authIndexType=service&authIndexValue=BackchannelMain`);
    const link = output(await post(authenticateUrl(base), filled(first, 'bjensen')), 'PollingWaitCallback', 'message') ?? '';
    expect(link).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:\d+\/am\/XUI\/Login\?/);
    await page.goto(link);
    await page.getByLabel('Password').fill('Secret12!');
    await page.getByLabel('Password').press('Enter');
    await expect(page.getByRole('heading', { name: 'Confirmed' })).toBeVisible();
  });

  test('asks nobody at its own machine, where the API reference is @look', async ({ page }) => {
    await page.goto(`${server.url}/api-reference`);
    await expect(page.locator('summary').first()).toBeVisible();
    await expectFits(page);
    await page.getByRole('searchbox', { name: 'Search' }).fill('moves virtual clock');
    await expect(page.getByRole('status').filter({ hasText: /^[1-9] calls?$/ })).toBeVisible();
    await page.locator('summary').filter({ hasText: 'Moves a virtual clock' }).click();
    await expect(page.getByText(/curl -X POST 'http:\/\/127\.0\.0\.1:\d+\/api\/simulations\/ID\/clock'/)).toBeVisible();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'curl command copied' })).toBeVisible();
    await expectAccessible(page);
  });

  test('does not answer to a name of somebody else', async ({ request }) => {
    const answer = await request.get(`${far}/api/session`, { headers: { host: 'evil.example' } });
    expect(answer.status()).toBe(421);
  });
});
