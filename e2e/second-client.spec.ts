import { beginHelpDesk, HELP_DESK } from './pages/simulation.ts';
import { filled } from './support/am.ts';
import { curl } from './support/curl.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

test('a curl script is the second player: each of its requests is seen live, and both journeys reach their ends', async ({ page, baseURL }) => {
  const simulation = await beginHelpDesk(page);
  const base = `${baseURL}/sim/${simulation.id}/am`;
  const link = await simulation.transaction.getByRole('link').first().getAttribute('href');
  const { search } = new URL(link ?? '', baseURL);

  const step = await curl(base, search);
  expect(step.callbacks?.map(({ type }) => type)).toContain('PasswordCallback');
  await expect(simulation.transaction.getByRole('listitem').filter({ hasText: 'In progress' })).toHaveAttribute('aria-current', 'step');
  // The phone shows what that client sees, and that it is another's.
  await expect(simulation.user).toContainText('another client');
  const asks = simulation.canvas(HELP_DESK.user).root.locator('[data-node-id][data-state="waiting"]').first();
  await expect(asks).toBeVisible();

  const end = await curl(base, '', filled(step, 'Secret12!'));
  expect(end.tokenId, JSON.stringify(end)).toBeTruthy();
  await expect(simulation.transaction).toContainText('Completed · approved');
  await expect(simulation.user).toContainText('This session: succeeded');
  for (let second = 0; second < 6; second++) await simulation.advance('+5 s');
  await expect(simulation.agent).toContainText(/User successfully authenticated|Login failure/);

  // Its second try is refused, as AM refuses a link that was used.
  const again = await curl(base, search);
  const refused = again.callbacks ? await curl(base, '', filled(again, 'Secret12!')) : again;
  expect(refused.code).toBe(401);
});
