import type { Locator, Page } from '@playwright/test';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { expectAccessible, expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

const AGENT = 'HelpDeskVerify';
const USER = 'HelpDeskVerifyUser';

/** The help desk pair, with the user asked for the password. */
async function asked(page: Page): Promise<Simulation> {
  const library = new Library(page);
  await library.open();
  await library.pair(AGENT, USER).getByRole('button', { name: 'Run it' }).click();
  const simulation = new Simulation(page);
  await simulation.opened();
  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await simulation.user.getByLabel('Password').waitFor();
  return simulation;
}

test('a wrong password is stepped back over, forked, answered right, played to success and compared with the parent', async ({ page }) => {
  const simulation = await asked(page);
  await simulation.answer(simulation.user, 'Password', 'wrong');
  await expect(simulation.user).toContainText(/fail|denied|wrong|not/i);
  const parent = simulation.id;

  // Back to the moment at which the phone was asked.
  await page
    .getByRole('grid', { name: 'List of events' })
    .or(page.getByRole('treegrid', { name: 'List of events' }))
    .focus();
  const moment = page.getByRole('region', { name: 'Moment' });
  for (let steps = 0; steps < 12; steps++) {
    await page.keyboard.press('ControlOrMeta+Shift+F10');
    await expect(moment).toBeVisible();
    if (await simulation.user.getByLabel('Password').isVisible()) break;
  }
  await page.keyboard.press('ControlOrMeta+Shift+F');
  const dialog = page.getByRole('dialog', { name: 'Fork here' });
  const answer = dialog.getByRole('region', { name: 'Another answer' });
  await answer.getByLabel('Password').fill('Secret12!');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Fork', exact: true }).click();

  const bar = page.getByRole('region', { name: 'Fork' });
  await expect(bar).toContainText('another answer to');
  await expect(bar).toContainText(/given again/);
  expect(simulation.id).not.toBe(parent);
  await expect(simulation.transaction).toContainText(/approved/i);
  // The player of the fork goes on with the session that was taken over.
  for (let second = 0; second < 6; second++) await simulation.advance('+5 s');
  await expect(simulation.agent).toContainText(/authenticated|Signed in|success/i);
  await expectGoodLook(page);

  await bar.getByRole('button', { name: /^Tree of forks/ }).click();
  const tree = page.getByRole('dialog', { name: 'Tree of forks' });
  await expect(tree.getByRole('listitem').filter({ hasText: 'You are here' })).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await bar.getByRole('link', { name: 'Compare with the parent' }).click();
  await expect(page).toHaveURL(new RegExp(`/simulations/${parent}/compare/`));
  await expect(page.getByText('First difference', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Outcome of A' })).not.toContainText('approved');
  await expect(page.getByRole('list', { name: 'Outcome of B' })).toContainText('Transaction: approved');
  const lists = page.getByRole('grid', { name: 'Events of both' });
  await expect(lists.getByText(/events are alike/).first()).toBeVisible();
  await expectGoodLook(page);
  await page.getByRole('switch', { name: 'At the end of both' }).press('Space');
  await expect(page.getByRole('table')).toContainText('APPROVED');
});

test('settings of a node, a script, node state and a latency are changed in a fork', async ({ page }) => {
  await asked(page);
  await page.keyboard.press('ControlOrMeta+Shift+F');
  const dialog = page.getByRole('dialog', { name: 'Fork here' });
  const add = async (name: string) => {
    await dialog.getByRole('button', { name: 'Add a change' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    // The menu gives the focus back when it has gone.
    await page.getByRole('menu').waitFor({ state: 'detached' });
    return dialog.getByRole('region', { name });
  };
  const choose = async (card: Locator, name: string) => {
    const box = card.getByRole('combobox', { name: 'Node' });
    await box.click();
    await box.fill(name);
    await page.getByRole('option', { name }).first().click();
  };
  await expect(dialog).toContainText('Nothing is changed');
  const node = await add('Settings of a node');
  await choose(node, 'Backchannel Initialize');
  await node.getByLabel('Max Time', { exact: false }).first().fill('77');
  const script = await add('A script');
  await script.getByRole('button', { name: /Script/ }).click();
  await page.getByRole('option').first().click();
  await expect(script.locator('.cm-editor')).toBeVisible();
  const state = await add('A value of node state');
  await state.getByRole('combobox', { name: 'Key' }).fill('approvedBy');
  await page.keyboard.press('Tab');
  await state.getByRole('textbox', { name: 'Value' }).fill('a person');
  const latency = await add('Latency of a node');
  await choose(latency, 'Backchannel Status');
  await latency.getByRole('textbox', { name: /A visit takes/ }).fill('4 s');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Fork', exact: true }).click();
  const bar = page.getByRole('region', { name: 'Fork' });
  await expect(bar).toContainText('other settings of Backchannel Initialize');
  await expect(bar).toContainText('approvedBy edited by hand');
  await expect(bar).toContainText('other latencies');
});

test('a race of the password against Max Time shows both outcomes side by side', async ({ page }) => {
  await asked(page);
  await page.keyboard.press('ControlOrMeta+Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Race here' });
  await expect(dialog.getByRole('region', { name: 'The other move' })).toContainText('Max Time');
  await dialog.getByRole('region', { name: 'One move' }).getByLabel('Password').fill('Secret12!');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Run both orders' }).click();
  await expect(page).toHaveURL(/\/compare\//);
  await expect(page.getByRole('list', { name: 'Outcome of A' })).toContainText('Transaction: approved');
  await expect(page.getByRole('list', { name: 'Outcome of B' })).toContainText('not answered within Max Time');
  await expect(page.getByRole('region', { name: 'Side A' })).toContainText(/then Max Time/);
  await page.keyboard.press('F8');
  await expect(page.getByRole('grid', { name: 'Events of both' })).toBeFocused();
  await expectGoodLook(page);
});
