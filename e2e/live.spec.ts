import { Library } from './pages/library.ts';
import { HELP_DESK, Simulation } from './pages/simulation.ts';
import { filled } from './support/am.ts';
import { curl } from './support/curl.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test('what an application does at /am appears as it happens, opens as a run, and is copied to a simulation', async ({ page, baseURL }) => {
  const library = new Library(page);
  await library.open();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Live' }).click();
  await expect(page).toHaveURL('/realms/alpha/live');
  await expect(page.getByText('Follows /am')).toBeVisible();

  const step = await curl(`${baseURL}/am`, `?authIndexType=service&authIndexValue=${HELP_DESK.agent}`);
  const row = page.getByRole('table', { name: 'Runs' }).getByRole('row', { name: HELP_DESK.agent }).first();
  await expect(row).toContainText('Running');
  await expect(row).toContainText('not known');
  await curl(`${baseURL}/am`, '', filled(step, 'bjensen@example.com'));
  await expect(row).toContainText('bjensen');
  await expectGoodLook(page);

  await row.getByRole('link', { name: HELP_DESK.agent }).click();
  const simulation = new Simulation(page);
  await simulation.opened();
  await expect(simulation.clock).toContainText('Real time');
  await expect(simulation.clock).toContainText('can be neither stopped nor moved');
  await expect(simulation.transaction).toContainText('bjensen');
  await expect(simulation.agent).toContainText('another client');
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(page.getByRole('region', { name: 'Moment' })).toBeVisible();

  await page.goBack();
  await row.getByRole('button', { name: /^Copy HelpDeskVerify/ }).click();
  await simulation.opened();
  await expect(simulation.clock).toContainText('Virtual time');
  await expect(simulation.transaction).toContainText('bjensen');
});
