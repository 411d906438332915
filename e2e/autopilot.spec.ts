import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

// The help desk's journey ends on Failure, as on Ping's page: AM answers that with 401.
test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

test('Ctrl Enter plays the backchannel pair hands-free from the designer to success', async ({ page }) => {
  await page.goto('/realms/alpha/journeys/BackchannelMain');
  await new Designer(page).button(/^Run both journeys/).waitFor();
  await page.keyboard.press('ControlOrMeta+Enter');
  const simulation = new Simulation(page);
  await simulation.opened();
  await expect(simulation.transaction).toContainText('Completed · approved', { timeout: 30_000 });
  // The agent's journey shows what came of it, and ends on Failure by design.
  await expect(simulation.agent).toContainText('Login failure', { timeout: 30_000 });
  await expect(simulation.user).toContainText('Signed in');
  await expect(page).not.toHaveURL(/play=/);
  await expectAccessible(page);
});

test('the help desk pair plays itself, and one player alone waits for the other', async ({ page }) => {
  const library = new Library(page);
  await library.open();
  await library.pair('HelpDeskVerify', 'HelpDeskVerifyUser').getByRole('button', { name: 'Run it' }).click();
  const simulation = new Simulation(page);
  await simulation.opened();

  await page.getByRole('button', { name: 'Autopilot of the browser' }).click();
  await simulation.start();
  await expect(simulation.agent).toContainText('Answered');
  await expect(simulation.transaction).toContainText('bjensen');
  // Nobody follows the link yet: no time passes meanwhile.
  const clock = simulation.clock.locator('time');
  const stands = await clock.textContent();
  await expect(simulation.user.getByRole('button', { name: 'Open in phone' })).toBeVisible();
  expect(await clock.textContent()).toBe(stands);

  await page.getByRole('button', { name: 'Autopilot of the phone' }).click();
  await expect(simulation.transaction).toContainText('Completed · approved', { timeout: 30_000 });
  await expect(simulation.user).toContainText('Signed in');
  await expect(simulation.agent).toContainText('Login failure', { timeout: 30_000 });
});
