import type { Page } from '@playwright/test';
import { authenticateUrl, filled, output, post } from './support/am.ts';
import { expect, test } from './support/test.ts';

/** One browser keeps one cookie jar: what that does to two people who share it, on a tenant and in a simulation. */

async function simulation(page: Page): Promise<{ id: string; baseUrl: string }> {
  return (await (await page.request.post('/api/simulations', { data: { realm: 'alpha' } })).json()) as { id: string; baseUrl: string };
}

/** A link of the main journey, which a client without cookies started. */
async function linkFor(base: string, user: string): Promise<string> {
  const first = await post(`${authenticateUrl(base)}?authIndexType=service&authIndexValue=BackchannelMain`);
  return output(await post(authenticateUrl(base), filled(first, user)), 'PollingWaitCallback', 'message') ?? '';
}

/** Opens an address, and tells whether somebody is asked for anything there. */
async function isAsked(page: Page, address: string): Promise<boolean> {
  await page.goto(address);
  await expect(page.locator('.cb-form, [data-end]')).toBeVisible();
  return page.locator('.cb-form').isVisible();
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Password').fill('Secret12!');
  await page.getByLabel('Password').press('Enter');
  await expect(page.locator('[data-end=success]')).toBeVisible();
}

test('two windows with one cookie jar collide, as on a tenant: the session of the one answers for the other', async ({ page, baseURL, browser }) => {
  const { baseUrl } = await simulation(page);
  const link = await linkFor(`${baseURL}${baseUrl}`, 'bjensen');
  expect(await isAsked(page, link)).toBe(true);
  await signIn(page);
  const other = await page.context().newPage();
  expect(await isAsked(other, link), 'the second window is asked').toBe(false);
  await expect(other.locator('[data-end=success]')).toBeVisible();

  // A private window has a jar of its own.
  const apart = await (await browser.newContext()).newPage();
  expect(await isAsked(apart, link), 'the private window is asked').toBe(true);
  await apart.context().close();
});

test('the players of the workbench never do: each has an address, and so cookies, of its own', async ({ page, baseURL }) => {
  const { id, baseUrl } = await simulation(page);
  const { search } = new URL(await linkFor(`${baseURL}${baseUrl}`, 'bjensen'));
  const at = (player: string) => `/sim/${id}/as/${player}/am/XUI/Login${search}`;
  expect(await isAsked(page, at('user'))).toBe(true);
  await signIn(page);
  const agent = await page.context().newPage();
  expect(await isAsked(agent, at('agent')), 'the other player is asked').toBe(true);
  expect(await isAsked(page, at('user')), 'the player that signed in is asked again').toBe(false);
});
