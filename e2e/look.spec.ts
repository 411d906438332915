import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { authenticateUrl, filled, output, post } from './support/am.ts';
import { DESK_CALL, importedPair, ownPair } from './support/files.ts';
import { expectAccessible, expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test('library', { tag: '@look' }, async ({ page }) => {
  await new Library(page).open();
  await expect(page.getByRole('link', { name: 'HelpDeskVerify', exact: true })).toBeVisible();
  await expectGoodLook(page);
});

test.describe('import', () => {
  test('its review, with a file that cannot be read', { tag: '@look' }, async ({ page }) => {
    const library = new Library(page);
    await library.open();
    await library.importByButton({ name: 'good.json', text: ownPair().text }, { name: 'bad.json', text: '{"trees":' });
    await expect(library.importDialog).toContainText('1 of 2 files can be imported');
    await expectGoodLook(page);
  });
});

test.describe('designer', () => {
  test('with a node selected', { tag: '@look' }, async ({ page, request }) => {
    const pair = await importedPair(request);
    const canvas = await new Designer(page).open(pair.main);
    await canvas.node(pair.id(DESK_CALL.initialize)).click({ position: { x: 60, y: 20 } });
    await expect(page.getByRole('textbox', { name: 'Max Time (Seconds)' })).toBeVisible();
    await expectGoodLook(page);
  });

  test('in split view', { tag: '@look' }, async ({ page, request }) => {
    const pair = await importedPair(request);
    const designer = new Designer(page);
    await designer.open(pair.main, { beside: pair.back });
    await designer.canvas(pair.back);
    await expectGoodLook(page);
  });
});

test('simulation, before and during a run', { tag: '@look' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  await new Designer(page).open(pair.main);
  await page.getByRole('button', { name: /^Run both journeys/ }).click();
  const simulation = new Simulation(page);
  await simulation.opened();
  await expect(simulation.canvas(pair.back).root).toBeVisible();
  await expectGoodLook(page);

  await simulation.start();
  await simulation.answer(simulation.agent, /user name/i, 'bjensen');
  await expect(simulation.agent).toContainText('Waiting for the caller');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await expect(simulation.user.getByLabel('Password')).toBeVisible();
  await expectGoodLook(page);
});

test.describe('the end user', () => {
  test.use({ expectedErrors: [/status of 401 /] });

  test('asked, and refused', { tag: '@look' }, async ({ page, baseURL }) => {
    const first = await post(`${authenticateUrl(`${baseURL}/am`)}?authIndexType=service&authIndexValue=BackchannelMain`);
    const link = output(await post(authenticateUrl(`${baseURL}/am`), filled(first, 'bjensen')), 'PollingWaitCallback', 'message') ?? '';
    await page.goto(link);
    await expect(page.getByLabel('Password')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Password').fill('wrong');
    await page.getByLabel('Password').press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
