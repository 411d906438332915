import type { APIRequestContext, Page } from '@playwright/test';
import { HELP_DESK, openHelpDesk, Simulation } from './pages/simulation.ts';
import { importText, type OwnPair, ownPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

/** A new simulation, with the run of a journey begun by hand. */
async function begun(page: Page, request: APIRequestContext, journey: string): Promise<Simulation> {
  const { id } = (await (await request.post('/api/simulations', { data: { realm: 'alpha' } })).json()) as { id: string };
  await page.goto(`/simulations/${id}?journey=${journey}`);
  const simulation = new Simulation(page);
  await simulation.opened();
  await simulation.start();
  return simulation;
}

/** The timeline tells that a node chose an outcome. */
async function expectChosen(page: Page, node: string, outcome: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the events' }).fill(`${node} ${outcome}`);
  const row = page
    .getByRole('treegrid', { name: 'List of events' })
    .getByRole('row', { name: new RegExp(`${node.replace('?', '\\?')} .*chose ${outcome}`) });
  await expect(row.first()).toBeVisible();
}

/** The agent of a pair of this test's own names the caller, whose phone then asks for a name and a password. */
async function called(page: Page, request: APIRequestContext, pair: OwnPair): Promise<Simulation> {
  const simulation = await begun(page, request, pair.main);
  await simulation.answer(simulation.agent, /user ?name/i, 'bjensen');
  await expect(simulation.transaction).toContainText('bjensen');
  return simulation;
}

async function answerPhone(simulation: Simulation, name: string, password: string): Promise<void> {
  await simulation.user
    .getByLabel(/user ?name|name/i)
    .first()
    .fill(name);
  await simulation.answer(simulation.user, /password/i, password);
}

const STATUS = 'How is it going?';

test('Initialize reaches Unknown Subject, Error and Created; Status reaches Pending, In Progress and Success', async ({ page, request }) => {
  const simulation = await begun(page, request, 'BackchannelOutcomes');
  await simulation.answer(simulation.agent, 'User to authenticate', 'nobody');
  await expect(simulation.agent).toContainText('There is no such user');
  await expectChosen(page, 'Backchannel Initialize', 'Unknown');
  await simulation.agent.getByRole('button', { name: 'Yes' }).click();
  await simulation.answer(simulation.agent, 'User to authenticate', '');
  await expect(simulation.agent).toContainText('Login failure');
  await expectChosen(page, 'Backchannel Initialize', 'Error');

  await simulation.start();
  await simulation.answer(simulation.agent, 'User to authenticate', 'bjensen');
  await expect(simulation.transaction).toContainText('bjensen');
  await expectChosen(page, 'Backchannel Initialize', 'Created');
  await expectChosen(page, 'Backchannel Status', 'Pending');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await expect(simulation.user.getByLabel('Password')).toBeVisible();
  for (let poll = 0; poll < 2; poll++) await simulation.advance('+5 s');
  await expectChosen(page, 'Backchannel Status', 'In Progress');
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await expect(simulation.transaction).toContainText('Completed · approved');
  for (let poll = 0; poll < 2; poll++) await simulation.advance('+5 s');
  await expectChosen(page, 'Backchannel Status', 'Success');
});

test('with retry: a wrong password and a wrong user may try again, and a link that was used is refused', async ({ page, request }) => {
  const pair = ownPair();
  await importText(request, pair.text);
  const simulation = await called(page, request, pair);
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await answerPhone(simulation, 'bjensen', 'wrong');
  await expect(simulation.user.locator('[data-end="failure"]')).toBeVisible();
  await expect(simulation.transaction.locator('[aria-current="step"]')).toContainText('In progress');
  const again = simulation.transaction.getByRole('button', { name: 'Open again in phone' });
  await again.click();
  await answerPhone(simulation, 'scarter', 'Secret12!');
  await expect(simulation.user.locator('[data-end="failure"]')).toBeVisible();
  await expect(simulation.transaction.locator('[aria-current="step"]')).toContainText('In progress');
  await again.click();
  await answerPhone(simulation, 'bjensen', 'Secret12!');
  await expect(simulation.transaction).toContainText('Completed · approved');
  await expect(simulation.user).toContainText('Signed in');
  await again.click();
  await answerPhone(simulation, 'bjensen', 'Secret12!');
  await expect(simulation.user.locator('[data-end="failure"]')).toBeVisible();
  await expect(simulation.transaction).toContainText('Completed · approved');
});

test('without retry a wrong password is the end: Status reaches Failure', async ({ page, request }) => {
  const pair = ownPair();
  await importText(request, pair.text.replace(/"allowRetry":\s*true/, '"allowRetry": false'));
  const simulation = await called(page, request, pair);
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await answerPhone(simulation, 'bjensen', 'wrong');
  await expect(simulation.transaction).toContainText('Completed · denied');
  await simulation.advance('+5 s');
  await expectChosen(page, STATUS, 'Failure');
  await expect(simulation.agent).toContainText('Login failure');
});

test('after Max Time Status reaches Unknown, and the link leads nowhere', async ({ page, request }) => {
  const pair = ownPair();
  // Few polls: each of them is made on the way to the deadline.
  await importText(request, pair.text.replace(/"secondsToWait":\s*4\b/, '"secondsToWait": 40'));
  const simulation = await called(page, request, pair);
  await simulation.clock.getByRole('button', { name: /deadline/i }).click();
  await expect(simulation.transaction).toContainText('Expired at Max Time');
  await expect(simulation.clock.getByText(/^Moving the clock/)).toBeHidden();
  for (let step = 0; step < 9; step++) await simulation.advance('+5 s');
  await expectChosen(page, STATUS, 'Unknown');
  await expect(simulation.agent).toContainText('Login failure');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await expect(simulation.user).toContainText('Unable to read transaction');
});

test('without the transaction in node state Status reaches Error', async ({ page, request }) => {
  const pair = ownPair();
  await importText(request, pair.text);
  const simulation = await called(page, request, pair);
  await page.getByRole('tabpanel', { name: 'State' }).getByRole('button', { name: 'Edit backchannel-transaction', exact: true }).click();
  await page.getByRole('form', { name: 'Edit backchannel-transaction' }).getByRole('button', { name: 'Remove' }).click();
  await simulation.advance('+5 s');
  await expectChosen(page, STATUS, 'Error');
  await expect(simulation.agent).toContainText('Login failure');
});

test('Notification reaches Success, and Error where nothing is to be told', async ({ page }) => {
  const simulation = await openHelpDesk(page);
  await page.getByRole('tab', { name: 'Latency' }).click();
  const latency = page.getByRole('region', { name: `Latency of ${HELP_DESK.user}` });
  const field = latency.getByRole('textbox', { name: 'Backchannel Notification' }).last();
  await field.fill('4000');
  await field.press('Enter');
  await page.getByRole('tab', { name: 'State' }).click();
  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await expect(simulation.transaction).toContainText('bjensen');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await expectChosen(page, 'Backchannel Notification', 'Success');
  const state = page.getByRole('tabpanel', { name: 'State' });
  await state.getByText('Backchannel', { exact: true }).click();
  await state.getByRole('button', { name: 'Edit transaction:notify', exact: true }).click();
  await page.getByRole('form', { name: 'Edit transaction:notify' }).getByRole('button', { name: 'Remove' }).click();
  await simulation.advance('+5 s');
  await expectChosen(page, 'Backchannel Notification', 'Error');
  await expect(simulation.user).toContainText('Login failure');
});
