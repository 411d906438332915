import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { authenticateUrl, filled, output, post } from './support/am.ts';
import { DESK_CALL, importedPair, ownPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

/** Nothing serious for axe, nothing wider than the window, and what has the focus can be seen. */
async function expectGoodLook(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`) })),
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'pixels wider than the window').toBeLessThanOrEqual(0);
  await expectFocusRing(page);
}

async function expectFocusRing(page: Page): Promise<void> {
  for (let stop = 0; stop < 4; stop++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing has the focus';
      // The ring may be drawn by the control around an input, by the label of a hidden one, or by the card inside of a node.
      const label = element.closest('label');
      const drawers = [element, element.parentElement, element.firstElementChild, label, ...(label?.querySelectorAll('*') ?? [])];
      const rings = drawers.filter((drawer) => drawer !== null && drawer !== undefined).map((drawer) => getComputedStyle(drawer));
      if (rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)) return 'ring';
      // A shadow without blur, at least two pixels around, is a ring as well.
      if (rings.some(({ boxShadow }) => /0px 0px 0px [2-9]px/.test(boxShadow))) return 'ring';
      return `no ring on ${element.outerHTML.slice(0, 160)}`;
    });
    expect(seen).toBe('ring');
  }
}

test('library', { tag: '@look' }, async ({ page }) => {
  await new Library(page).open();
  await expect(page.getByRole('link', { name: 'HelpDeskVerify', exact: true })).toBeVisible();
  await expectGoodLook(page);
});

test.describe('import', () => {
  // One of the files is refused.
  test.use({ expectedErrors: [/status of 400 .*\/import/] });

  test('its result', { tag: '@look' }, async ({ page }) => {
    const library = new Library(page);
    await library.open();
    await library.importByButton({ name: 'good.json', text: ownPair().text }, { name: 'bad.json', text: '{"trees":' });
    await expect(library.importDialog).toContainText('1 of 2 files imported, 1 refused');
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
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await page.getByLabel('Password').fill('wrong');
    await page.getByLabel('Password').press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    const after = await new AxeBuilder({ page }).analyze();
    expect(after.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
