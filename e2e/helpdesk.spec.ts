import type { Locator } from '@playwright/test';
import { HELP_DESK, openHelpDesk, type Simulation } from './pages/simulation.ts';
import { expect, test } from './support/test.ts';

// The agent's journey ends on Failure, as on Ping's page: AM answers that with 401.
test.use({ expectedErrors: [/status of 401 .*\/authenticate/] });

const MESSAGES = ['User has entered their credentials', "User's credentials are valid", 'User successfully authenticated'];
const { agent: AGENT, user: USER } = HELP_DESK;

/** The agent names the user, who opens the link and signs in. */
async function signIn(simulation: Simulation): Promise<void> {
  await simulation.start();
  await simulation.answer(simulation.agent, /mail/i, 'bjensen@example.com');
  await expect(simulation.transaction).toContainText('bjensen');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await expect(simulation.user).toContainText('bjensen');
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
}

/** Messages of the journey that the agent saw, in order, while the clock went on by seconds. */
async function seenByAgent(simulation: Simulation): Promise<string[]> {
  const seen: string[] = [];
  for (let second = 0; second < 30; second++) {
    await simulation.advance('+1 s');
    const text = await simulation.agent.textContent();
    const message = MESSAGES.find((candidate) => text?.includes(candidate));
    if (message !== undefined && seen.at(-1) !== message) seen.push(message);
    if (message === MESSAGES[2]) break;
  }
  return seen;
}

const card = (simulation: Simulation, journey: string, name: string): Locator =>
  simulation.canvas(journey).root.locator('[data-node-id]', { hasText: name }).first();

async function expectBothNotifications(simulation: Simulation): Promise<void> {
  const notifications = simulation.transaction.getByRole('listitem').filter({ hasText: 'journeyStatus' });
  await expect(notifications).toHaveCount(2);
  await expect(notifications.filter({ hasText: MESSAGES[0] ?? '' })).toHaveCount(1);
  await expect(notifications.filter({ hasText: MESSAGES[1] ?? '' })).toHaveCount(1);
}

test('with time between the steps the agent sees each of them while the user signs in', async ({ page }) => {
  const simulation = await openHelpDesk(page);
  await simulation.setLatency(USER, 'Data Store Decision', 4000);
  await simulation.setLatency(USER, 'Success', 4000);
  await signIn(simulation);

  await expect(card(simulation, USER, 'Data Store Decision')).toHaveAttribute('data-state', 'current');
  await expect(card(simulation, AGENT, 'Backchannel Initialize')).toHaveAttribute('data-state', 'visited');
  expect(await seenByAgent(simulation)).toEqual(MESSAGES);

  await expect(card(simulation, USER, 'Data Store Decision')).toHaveAttribute('data-state', 'visited');
  await expect(simulation.canvas(USER).root.locator('[data-end="success"]')).toHaveAttribute('data-state', 'visited');
  await expect(card(simulation, AGENT, 'User Message To Display')).toHaveAttribute('data-state', 'waiting');
  await expect(simulation.transaction).toContainText('Completed · approved');
  await expectBothNotifications(simulation);
});

test('without it the agent sees only the last message, and both notifications are in the history', async ({ page }) => {
  const simulation = await openHelpDesk(page);
  await signIn(simulation);
  await expect(simulation.transaction).toContainText('Completed · approved');
  expect(await seenByAgent(simulation)).toEqual(MESSAGES.slice(2));
  await expectBothNotifications(simulation);
});
