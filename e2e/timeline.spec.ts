import type { Page } from '@playwright/test';
import { beginHelpDesk, type Simulation } from './pages/simulation.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

async function atThePhone(page: Page): Promise<Simulation> {
  const simulation = await beginHelpDesk(page);
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await expect(simulation.user).toContainText('bjensen');
  return simulation;
}

test('the list is filtered, opened in place and walked with the keys', async ({ page }) => {
  const simulation = await atThePhone(page);
  const list = page.getByRole('treegrid', { name: 'List of events' });
  const search = page.getByRole('searchbox', { name: 'Search the events' });
  await search.fill('backchannel initialize created');
  const row = list.getByRole('row', { name: /Backchannel Initialize .*chose Created/ });
  await expect(row).toHaveCount(1);
  await expect(list.getByRole('row', { name: /Identify Existing/ })).toHaveCount(0);

  // Enter opens the event that the keys have come to, and tells values and reason.
  await list.focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: 'Moment' })).toBeVisible();
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(row.getByRole('definition').filter({ hasText: 'backchannel-transaction' }).first()).toBeVisible();
  await expectAccessible(page);
  await list.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(row).toHaveAttribute('aria-expanded', 'false');

  await page.getByRole('button', { name: 'Show all events' }).click();
  await expect(search).toHaveValue('');
  await list.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'Moment' })).toBeHidden();

  // A while in which nothing happened is one line.
  for (let times = 0; times < 3; times++) await simulation.advance('+5 s');
  await page.getByRole('button', { name: /^Journey|Both journeys/ }).click();
  await page.getByRole('option', { name: 'Backchannel journey' }).click();
  for (const other of ['+5 s', '+5 s', '+5 s'] as const) await simulation.advance(other);
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  // Only what is in sight is drawn, and the list stands at its end.
  await list.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -60);
    await expect(list.getByText(/^\d+ s nothing$/)).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('an event leads to its node in the designer', async ({ page }) => {
  await atThePhone(page);
  const row = page.getByRole('treegrid', { name: 'List of events' }).getByRole('row', { name: /Backchannel Initialize .*chose Created/ });
  await page.getByRole('searchbox', { name: 'Search the events' }).fill('backchannel initialize created');
  await row.getByRole('button', { name: 'Open', exact: true }).click();
  await row.getByRole('button', { name: /^Open Backchannel Initialize in the designer/ }).click();
  await expect(page).toHaveURL(/\/journeys\/HelpDeskVerify/);
  await expect(page.locator('[data-node-id]', { hasText: 'Backchannel Initialize' }).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^(Display )?name/i }).first()).toBeVisible();
});
