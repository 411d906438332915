import type { Page } from '@playwright/test';
import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import type { Canvas } from './pages/canvas.ts';
import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { type Hands, KeyboardHands, MouseHands } from './support/hands.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 300_000 });
// Seen as a whole, the journeys are wide; from afar cards have no ports.
test.use({ viewport: { width: 1920, height: 1080 }, actionTimeout: 10_000 });

const AGENT = 'DeskVerify';
const USER = 'DeskVerifyUser';
/** What the agent is told while the user is on the way. */
const PROGRESS = `var data = nodeState.get("transaction:data");
config = {
  secondsToWait: 3,
  spamDetectionEnabled: false,
  spamDetectionTolerance: 3,
  waitingMessage: { en: data ? data.journeyStatus : "Under way" },
  exitable: false,
  exitMessage: {}
};
`;

/** A server whose realm has no journeys; the custom node types of the help desk pair are there. */
async function emptyRealm(page: Page): Promise<OwnServer> {
  const server = new OwnServer();
  await server.start();
  const realm = `${server.url}/api/realms/alpha/journeys`;
  const { journeys } = (await (await page.request.get(realm)).json()) as { journeys: { id: string }[] };
  for (const { id } of journeys) await expect(await page.request.delete(`${realm}/${id}?force=true`)).toBeOK();
  await page.goto(server.url);
  await expect(page.getByText('No journeys')).toBeVisible();
  return server;
}

/** The user's journey: the password on a page, and the agent told of it. */
async function buildUser(page: Page, hands: Hands): Promise<Canvas> {
  const { settings } = new Designer(page);
  const canvas = await hands.create(USER);
  const ask = await hands.addAfter(canvas, 'startNode', 'outcome', 'Page Node');
  await hands.addToPage(canvas, ask, 'Display Username');
  await hands.choose(canvas, { id: ask, name: 'Page Node' });
  await hands.addToPage(canvas, ask, 'Platform Password');
  await hands.choose(canvas, { id: ask, name: 'Page Node' });

  const entered = await hands.addAfter(canvas, ask, 'outcome', 'Set Front Channel Status');
  await hands.type(settings.getByRole('textbox', { name: 'Journey status message' }), 'User has entered their credentials');
  await hands.choose(canvas, { id: entered, name: 'Set Front Channel Status' });
  const told = await hands.addAfter(canvas, entered, 'Success', 'Backchannel Notification');
  await hands.type(settings.getByRole('combobox', { name: 'Data Key' }), 'transaction:notify');
  await hands.choose(canvas, { id: told, name: 'Backchannel Notification' });
  const decision = await hands.addAfter(canvas, told, 'success', 'Data Store Decision');
  await hands.connect(canvas, decision, 'true', { id: SUCCESS_NODE_ID, name: 'Success' });
  await hands.choose(canvas, { id: decision, name: 'Data Store Decision' });
  await hands.connect(canvas, decision, 'false', { id: FAILURE_NODE_ID, name: 'Failure' });
  await hands.tidyUp(canvas);
  await hands.save();
  return canvas;
}

/** The agent's journey: who calls, the start of the other journey, and what it says. */
async function buildAgent(page: Page, hands: Hands): Promise<Canvas> {
  const { settings } = new Designer(page);
  const canvas = await hands.create(AGENT);
  const ask = await hands.addAfter(canvas, 'startNode', 'outcome', 'Page Node');
  await hands.addToPage(canvas, ask, 'Attribute Collector');
  await hands.press(settings.getByRole('group', { name: 'Attributes to Collect' }).getByRole('button', { name: 'Add entry' }));
  await hands.type(settings.getByRole('combobox', { name: 'Attributes to Collect 1' }), 'mail');
  await hands.choose(canvas, { id: ask, name: 'Page Node' });

  const identify = await hands.addAfter(canvas, ask, 'outcome', 'Identify Existing User');
  const state = await hands.addAfter(canvas, identify, 'true', 'Set Backchannel State Properties');
  const attributes = settings.getByRole('group', { name: 'Attribute list to set' });
  for (const [index, attribute] of ['_id', 'username'].entries()) {
    await hands.press(attributes.getByRole('button', { name: 'Add entry' }));
    await hands.type(settings.getByRole('textbox', { name: `Attribute list to set ${index + 1}` }), attribute);
  }
  await hands.choose(canvas, { id: state, name: 'Set Backchannel State Properties' });
  const initialize = await hands.addAfter(canvas, state, 'Next', 'Backchannel Initialize');
  await hands.type(settings.getByRole('combobox', { name: 'Journey' }), USER);
  await hands.type(settings.getByRole('combobox', { name: 'Subject Name Key' }), 'username');
  await hands.type(settings.getByRole('combobox', { name: 'Data Object Key' }), 'backchannel:data');
  await hands.type(settings.getByRole('textbox', { name: 'Max Time (Seconds)' }), '120');
  await hands.choose(canvas, { id: initialize, name: 'Backchannel Initialize' });
  const status = await hands.addAfter(canvas, initialize, 'created', 'Backchannel Status');
  await hands.press(settings.getByRole('switch', { name: 'Record Transaction Data' }));
  await hands.type(settings.getByRole('combobox', { name: 'Transaction Data Key' }), 'transaction:data');
  await hands.choose(canvas, { id: status, name: 'Backchannel Status' });

  const pending = await hands.addAfter(canvas, status, 'pending', 'Polling Wait');
  await hands.type(settings.getByRole('textbox', { name: 'Seconds To Wait' }), '3');
  await hands.choose(canvas, { id: pending, name: 'Polling Wait' });
  await hands.connect(canvas, pending, 'DONE', { id: status, name: 'Backchannel Status' });
  await hands.choose(canvas, { id: status, name: 'Backchannel Status' });

  const progress = await hands.addAfter(canvas, status, 'inprogress', 'Configuration Provider');
  await hands.choice(settings.getByRole('combobox', { name: 'Node Type' }), 'Polling Wait');
  await hands.press(settings.getByRole('button', { name: 'New script' }));
  const script = page.getByRole('dialog', { name: 'New script' });
  await hands.type(script.getByRole('textbox', { name: 'Name' }), 'Tell the agent');
  await hands.press(script.getByRole('button', { name: 'Create script' }));
  const source = page.locator('[data-script-editor] .cm-content');
  await expect(source).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(PROGRESS);
  await expect(source).toContainText('transaction:data');
  await hands.choose(canvas, { id: progress, name: 'Configuration Provider' });
  await hands.connect(canvas, progress, 'DONE', { id: status, name: 'Backchannel Status' });
  await hands.choose(canvas, { id: status, name: 'Backchannel Status' });

  const message = await hands.addAfter(canvas, status, 'success', 'User Message to Display');
  await hands.type(settings.getByRole('textbox', { name: 'Message to display' }), 'User successfully authenticated');
  await hands.choose(canvas, { id: message, name: 'User Message to Display' });
  await hands.connect(canvas, message, 'Success', { id: FAILURE_NODE_ID, name: 'Failure' });
  await hands.tidyUp(canvas);
  await hands.save();
  return canvas;
}

/** The agent names the user, the user signs in on the phone, and the agent reads how it went. */
async function runPair(page: Page, hands: Hands): Promise<void> {
  const simulation = new Simulation(page);
  await hands.run();
  await simulation.opened();
  await hands.press(page.getByRole('button', { name: /^New run/ }));
  await hands.type(simulation.agent.getByLabel(/mail/i), 'bjensen@example.com');
  await hands.press(simulation.agent.getByRole('button', { name: /^(Next|Continue)/ }));
  await hands.press(simulation.transaction.getByRole('button', { name: 'Open in phone' }));
  await expect(simulation.user).toContainText('bjensen');
  await hands.type(simulation.user.getByLabel('Password'), 'Secret12!');
  await hands.press(simulation.user.getByRole('button', { name: /^(Next|Continue)/ }));
  await expect(simulation.transaction).toContainText('Completed · approved');
  await expect(simulation.transaction).toContainText('User has entered their credentials');
  await expect(async () => {
    await hands.press(simulation.clock.getByRole('button', { name: '+5 s' }));
    await expect(simulation.agent).toContainText('User successfully authenticated', { timeout: 2_000 });
  }).toPass();
}

const WAYS = [
  { way: 'with the mouse', tags: [] as string[], hands: (page: Page): Hands => new MouseHands(page) },
  { way: 'with the keyboard alone', tags: ['@keyboard'], hands: (page: Page): Hands => new KeyboardHands(page) },
];

for (const { way, tags, hands } of WAYS) {
  test(`the help desk pair is built from an empty realm and run, ${way}`, { tag: ['@look', ...tags] }, async ({ page }) => {
    const server = await emptyRealm(page);
    const library = new Library(page);
    try {
      await test.step('the user’s journey', () => buildUser(page, hands(page)));
      await page.goto(server.url);
      await expect(library.journey(USER)).toBeVisible();
      await test.step('the agent’s journey', () => buildAgent(page, hands(page)));
      await expect(page.getByRole('button', { name: /^Problems/ })).toBeVisible();
      await test.step('both run', () => runPair(page, hands(page)));
    } finally {
      await page.goto('about:blank');
      await server.remove();
    }
  });
}
