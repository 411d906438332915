import { beginHelpDesk } from './pages/simulation.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

test('node state tells where it comes from, is watched and edited, and what was edited is in the run', async ({ page }) => {
  await beginHelpDesk(page);

  const state = page.getByRole('tabpanel', { name: 'State' });
  const row = state.getByRole('listitem').filter({ has: page.getByText('username', { exact: true }) });
  await row.getByRole('button', { name: 'Identify Existing User' }).first().click();
  await expect(page.getByRole('region', { name: 'Moment' })).toBeVisible();
  await expect(row).toHaveAttribute('data-change', 'added');
  // At a moment before now nothing can be changed.
  await expect(state.getByRole('button', { name: 'Edit username' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to now' }).click();

  const watch = state.getByRole('textbox', { name: 'Watch a key or a path' });
  for (const expression of ['objectAttributes.mail', 'transaction.state', 'risk.level']) {
    await watch.fill(expression);
    await watch.press('Enter');
  }
  const watched = state.getByRole('region', { name: 'Watched values' });
  await expect(watched).toContainText('"bjensen@example.com"');
  await expect(watched).toContainText('"CREATED"');
  await expect(watched).toContainText('nothing');

  await state.getByRole('button', { name: 'Add a key' }).click();
  const form = state.getByRole('form', { name: 'Add a key' });
  await form.getByRole('textbox', { name: 'Key' }).fill('risk');
  await form.getByRole('textbox', { name: 'Value' }).fill('{"level": "high"}');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Set' }).click();
  await expect(watched).toContainText('"high"');
  const risk = state.getByRole('listitem').filter({ hasText: 'risk' });
  await expect(risk.getByRole('button', { name: 'hand', exact: true })).toBeVisible();
  await expect(page.getByRole('treegrid', { name: 'List of events' })).toContainText('"risk" in shared state was set by hand');

  await risk.getByRole('button', { name: 'Edit risk' }).click();
  await risk.getByRole('button', { name: 'Remove' }).click();
  await expect(state.getByRole('listitem').filter({ hasText: 'risk' })).toHaveAttribute('data-change', 'removed');
  await page.reload();
  await expect(watched).toContainText('objectAttributes.mail');
});

test('a secret is shown when it is asked for, and hidden again at another moment', async ({ page }) => {
  const simulation = await beginHelpDesk(page);
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await simulation.setLatency('HelpDeskVerifyUser', 'Data Store Decision', 60_000);
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await page.getByRole('tab', { name: 'State' }).click();
  const state = page.getByRole('tabpanel', { name: 'State' });
  await state.getByText('Backchannel', { exact: true }).click();
  const row = state.getByRole('listitem').filter({ has: page.getByText('password', { exact: true }) });
  await expect(row).toContainText('sealed');
  await expect(page.getByText('Secret12!')).toHaveCount(0);
  await row.getByRole('button', { name: 'Show password' }).click();
  await expect(row).toContainText('Secret12!');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Hide password' }).click();
  await expect(row).not.toContainText('Secret12!');

  // What the person answered is told in the timeline, and shown on the same terms.
  await row.getByRole('button', { name: 'Show password' }).click();
  await expect(row).toContainText('Secret12!');
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(page.getByText('Secret12!')).toHaveCount(0);
});
