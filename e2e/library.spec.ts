import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

const PAIRS = [
  ['BackchannelMain', 'BackchannelLogin'],
  ['HelpDeskVerify', 'HelpDeskVerifyUser'],
] as const;

test('a first start shows both pairs, the one to begin with on top', async ({ page }) => {
  const server = new OwnServer();
  try {
    await server.start();
    await page.goto(server.url);
    const library = new Library(page);
    for (const [main, back] of PAIRS) {
      const pair = library.pair(main, back);
      await expect(pair.getByRole('link', { name: main, exact: true })).toBeVisible();
      await expect(pair.getByRole('link', { name: back, exact: true })).toBeVisible();
      await expect(pair.getByRole('button', { name: 'Run it' })).toBeEnabled();
      await expect(pair.getByRole('button', { name: 'Open both' })).toBeEnabled();
    }
    const first = page.locator('[data-pair]').first();
    await expect(first).toHaveAttribute('aria-label', 'HelpDeskVerify and HelpDeskVerifyUser');
    await expect(first).toContainText('Start here');
    await expect(page.getByRole('link', { name: 'BackchannelOutcomes', exact: true })).toBeVisible();
  } finally {
    await server.remove();
  }
});

test('search narrows the list by name and description, and can be undone', async ({ page }) => {
  const library = new Library(page);
  await library.open();
  await expect(library.journey('BackchannelMain')).toBeVisible();
  await library.search.fill('HELPDESKVERIFY');
  await expect(library.journey('HelpDeskVerify')).toBeVisible();
  await expect(library.journey('BackchannelMain')).toBeHidden();
  await library.search.fill('watch the progress');
  await expect(library.journey('HelpDeskVerify')).toBeVisible();
  await library.search.fill('no such journey anywhere');
  await expect(page.getByText('No journey matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all journeys' }).click();
  await expect(library.journey('BackchannelMain')).toBeVisible();
  await expect(library.search).toHaveValue('');
});

test('Open both opens the help desk pair side by side', async ({ page }) => {
  const library = new Library(page);
  await library.open();
  await library.pair('HelpDeskVerify', 'HelpDeskVerifyUser').getByRole('button', { name: 'Open both' }).click();
  const designer = new Designer(page);
  expect(await (await designer.canvas('HelpDeskVerify')).cards()).toHaveLength(8);
  expect(await (await designer.canvas('HelpDeskVerifyUser')).cards()).toHaveLength(6);
});

test('Run it opens a simulation of the help desk pair', async ({ page }) => {
  const library = new Library(page);
  await library.open();
  await library.pair('HelpDeskVerify', 'HelpDeskVerifyUser').getByRole('button', { name: 'Run it' }).click();
  const simulation = new Simulation(page);
  await simulation.opened();
  await expect(simulation.canvas('HelpDeskVerify').root).toBeVisible();
  await expect(simulation.canvas('HelpDeskVerifyUser').root).toBeVisible();
  await expect(simulation.clock).toContainText('Virtual time');
});
