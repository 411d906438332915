import type { Page } from '@playwright/test';
import { beginHelpDesk, HELP_DESK, type Simulation } from './pages/simulation.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

const { user: USER } = HELP_DESK;

/** The help desk pair, with the user signed in and the agent waiting for the next poll. */
async function played(page: Page): Promise<Simulation> {
  const simulation = await beginHelpDesk(page);
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await simulation.advance('+5 s');
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await expect(simulation.user).toContainText('Signed in');
  await simulation.advance('+5 s');
  return simulation;
}

test('a click on an event shows that moment everywhere; what comes meanwhile is counted; and back to now', async ({ page }) => {
  const simulation = await played(page);
  await expect(simulation.transaction).toContainText('Completed · approved');
  await page.getByRole('button', { name: 'Step back' }).click();
  const moment = page.getByRole('region', { name: 'Moment' });
  await expect(moment).toContainText(/You look at .*, event \d+ of \d+/);

  // Before the user answered: the phone asks, the transaction is open, the canvas waits.
  await page.getByRole('slider', { name: 'Moment on the time axis' }).press('Home');
  await expect(moment).toContainText('before the first event');
  await expect(simulation.transaction).toContainText('Start a run');
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Control+F10');
    if ((await simulation.user.textContent())?.includes('Password')) break;
  }
  await expect(simulation.transaction.getByRole('listitem').filter({ hasText: 'In progress' })).toHaveAttribute('aria-current', 'step');
  await expect(simulation.user.getByLabel('Password')).toHaveValue('');
  await expect(simulation.user.getByRole('button', { name: /^(Next|Continue|Submit|Sign in|Log in)/ })).toHaveCount(0);
  const asker = simulation.canvas(USER).root.locator('[data-node-id][data-state="waiting"]').first();
  await expect(asker).toBeVisible();

  const another = await page.request.put(`/api/simulations/${simulation.id}/latency`, { data: { latency: { Success: 5 } } });
  expect(another.ok()).toBe(true);
  await expect(moment).toContainText('1 event has happened since');
  await expect(asker).toBeVisible();

  await expectGoodLook(page);

  // The address is a link to this moment.
  await expect(page).toHaveURL(/moment=\d+/);
  const said = await moment.locator('strong').textContent();
  await page.goto(page.url());
  await expect(page.getByRole('region', { name: 'Moment' }).locator('strong')).toHaveText(said ?? '');
  await expect(simulation.user.getByLabel('Password')).toBeVisible();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(page).not.toHaveURL(/moment=/);
  await expect(simulation.transaction).toContainText('Completed · approved');
});

test('dragging along the time axis goes through the run', async ({ page }) => {
  const simulation = await played(page);
  const slider = page.getByRole('slider', { name: 'Moment on the time axis' });
  const box = await slider.boundingBox();
  if (!box) throw new Error('no axis');
  await page.mouse.move(box.x + box.width - 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 4, box.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Moment' })).toBeVisible();
  await expect(simulation.transaction).not.toContainText('approved');
  await slider.press('End');
  await expect(simulation.clock).toBeVisible();
  await expect(simulation.transaction).toContainText('Completed · approved');
});
