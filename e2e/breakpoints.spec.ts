import type { Locator, Page } from '@playwright/test';
import { HELP_DESK, openHelpDesk, type Simulation } from './pages/simulation.ts';
import { expectAccessible, expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

const { agent: AGENT } = HELP_DESK;

const cardOf = (simulation: Simulation, journey: string, type: string): Locator =>
  simulation.canvas(journey).root.locator(`[data-node-type="${type}"]`).first();
const held = (page: Page): Locator => page.getByRole('region', { name: 'Main journey, held' });

test('breakpoints by mouse and by key hold the run; it is stepped and continued to success', async ({ page }) => {
  const simulation = await openHelpDesk(page);
  const init = cardOf(simulation, AGENT, 'BackChannelInitNode');
  const status = cardOf(simulation, AGENT, 'BackChannelStatusNode');
  await simulation.canvas(AGENT).fit();

  await init.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Set a breakpoint/ }).click();
  await expect(init.getByRole('img', { name: 'Breakpoint' })).toBeVisible();
  await status.click();
  await page.keyboard.press('F9');
  await expect(status.getByRole('img', { name: 'Breakpoint' })).toBeVisible();

  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await expect(held(page)).toContainText('Held before');
  await expect(simulation.agent).toContainText('Held before');
  await expect(init).toHaveAttribute('data-state', 'held');
  await expect(simulation.clock).toContainText('Stopped at a breakpoint');
  await expect(simulation.transaction).not.toContainText('bjensen');
  await expectGoodLook(page);

  // One visit: the transaction is there, and the journey is held again.
  await simulation.clock.page().keyboard.press('F10');
  await expect(simulation.transaction).toContainText('bjensen');
  await expect(init).not.toHaveAttribute('data-state', 'held');
  await expect(held(page)).toContainText('step by step');
  await held(page)
    .getByRole('button', { name: /^Continue/ })
    .click();
  await expect(held(page)).toBeHidden();

  // Off, the one on Status holds nothing; its place in the list stays.
  await page.getByRole('tab', { name: /^Breakpoints/ }).click();
  const list = page.getByRole('list', { name: 'Breakpoints' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  for (const one of await list.getByRole('switch').all()) await one.press('Space');
  await expect(status.getByRole('img', { name: 'Breakpoint, switched off' })).toBeVisible();

  await page.getByRole('button', { name: /^Add a breakpoint/ }).click();
  const form = page.getByRole('form', { name: 'New breakpoint' });
  await form.getByRole('button', { name: /Hold at/ }).click();
  await page.getByRole('option', { name: /The transaction/ }).click();
  await form.getByRole('button', { name: /State/ }).click();
  await page.getByRole('option', { name: 'Completed' }).click();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(list).toContainText('When the transaction is completed');

  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await expect(page.getByRole('region', { name: 'Events', exact: true })).toContainText(/breakpoint was met|Held before/);
  const user = page.getByRole('region', { name: 'Backchannel journey, held' });
  if (await user.isVisible()) await page.keyboard.press('Shift+F9');
  await expect(simulation.user).toContainText('Signed in');
  for (let second = 0; second < 6; second++) await simulation.advance('+5 s');
  await expect(simulation.agent).toContainText(/authenticated|Signed in|success/i);
});

test('a fault makes the journey fail, is told above everything, and ends with one click', async ({ page }) => {
  const simulation = await openHelpDesk(page);
  await page.getByRole('tab', { name: /^Faults/ }).click();
  await page.getByRole('switch', { name: 'The identity store does not answer' }).press('Space');
  const bar = page.getByRole('region', { name: 'Faults that are on' });
  await expect(bar).toContainText('the identity store does not answer');
  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await expect(simulation.agent).toContainText(/fail/i);
  await expect(simulation.transaction).not.toContainText('bjensen');
  await page.getByRole('button', { name: 'Add a fault' }).click();
  await expectGoodLook(page);
  await bar.getByRole('button', { name: 'End it' }).click();
  await expect(bar).toBeHidden();
  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await expect(simulation.transaction).toContainText('bjensen');
});

test('a call is answered in this simulation alone, and the latency of a node is set at its card', async ({ page }) => {
  const simulation = await openHelpDesk(page);
  await page.getByRole('tab', { name: 'HTTP' }).click();
  await page.getByRole('button', { name: 'Answer a call' }).click();
  const dialog = page.getByRole('dialog', { name: 'Answer this call with' });
  await dialog.getByLabel('URL pattern').fill('https://api.example.com/*');
  await dialog.getByLabel('Status').fill('503');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create answer' }).click();
  await expect(dialog).toBeHidden();
  const answers = page.getByRole('list', { name: 'Answers of this simulation' });
  await expect(answers).toContainText('503');
  await answers.getByRole('button', { name: /^Take it back/ }).click();
  await expect(answers).toBeHidden();

  const status = cardOf(simulation, AGENT, 'BackChannelStatusNode');
  await simulation.canvas(AGENT).fit();
  await status.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Set the latency of this node' }).click();
  const latency = page.getByRole('dialog', { name: /^Latency of/ });
  await latency.getByRole('textbox').fill('4 s');
  await latency.getByRole('textbox').press('Enter');
  await expectAccessible(page);
  await latency.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('tab', { name: 'Latency' }).click();
  await expect(page.getByRole('region', { name: `Latency of ${AGENT}` }).locator('[data-set]')).toHaveCount(1);
});
