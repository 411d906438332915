import { beginHelpDesk, Simulation } from './pages/simulation.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/net::ERR_|status of 401 .*\/authenticate/] });

test('a server that goes in mid-run is told of; when it is back the run goes on where it stood', async ({ page }) => {
  const server = new OwnServer();
  try {
    await server.start();
    const simulation = await beginHelpDesk(page, server.url);
    await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
    await expect(simulation.user).toContainText('bjensen');
    const lost = page.getByRole('alert').filter({ hasText: 'The connection to the simulation is lost' });
    await server.kill();
    await expect(lost).toBeVisible();
    await simulation.answer(simulation.user, 'Password', 'Secret12!');
    await server.start({ again: true });
    await expect(lost).toBeHidden();
    // What was typed meanwhile has arrived, or is sent by the person once more.
    const signedIn = simulation.user.getByText('Signed in', { exact: true });
    const retry = simulation.user.getByRole('button', { name: /^(Try again|Next)/ });
    await expect(signedIn.or(retry).first()).toBeVisible();
    if (await retry.isVisible()) await retry.click();
    await expect(signedIn).toBeVisible();
    await expect(simulation.transaction).toContainText('Completed · approved');
  } finally {
    await server.remove();
  }
});

test('two tabs with one simulation: what one drives the other watches, and either may begin a run', async ({ page, context, watch }) => {
  const first = await beginHelpDesk(page);
  const other = await context.newPage();
  watch(other);
  await other.goto(page.url());
  const second = new Simulation(other);
  await second.opened();
  await expect(second.agent).toContainText('answered in another tab');
  await expect(second.transaction).toContainText('bjensen');
  await second.agent.getByRole('button', { name: 'Start a new run here' }).click();
  await expect(second.agent.getByLabel(/mail/i)).toBeVisible();
  // The first tab shows the newer run and says whose it is.
  await expect(first.agent).toContainText('answered in another tab');
  await second.answer(second.agent, /mail/i, 'bjensen@example.com');
  await expect(second.transaction).toContainText('bjensen');
  await expect(first.transaction).toContainText('bjensen');
});
