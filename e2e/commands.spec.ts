import type { Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

/** Ctrl K, a few letters, Enter. */
async function command(page: Page, typed: string, first: string | RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(typed);
  await expect(palette(page).getByRole('option').first()).toContainText(first);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('the command palette does and finds everything by keyboard', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const status = pair.id(DESK_CALL.status);

  await test.step('a node is gone to', async () => {
    await command(page, 'how going', 'How is it going?');
    await expect(canvas.node(status)).toHaveAttribute('data-selected', 'true');
  });
  await test.step('a command is about that node; undo says what it undoes', async () => {
    await command(page, 'delete bridge', 'Delete and bridge');
    await expect(canvas.node(status)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('undo');
    await expect(palette(page).getByRole('option').first()).toContainText('Undo: Delete How is it going? and bridge');
    await expectGoodLook(page);
    await page.keyboard.press('Escape');
    await command(page, 'undo', /^Undo: Delete/);
    await expect(canvas.node(status)).toBeVisible();
  });
  await test.step('what was used last comes first', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(palette(page).getByRole('option').first()).toContainText(/Redo|How is it going/);
    await page.keyboard.press('Escape');
  });
  await test.step('another journey is opened', async () => {
    await command(page, pair.back, pair.back);
    await designer.canvas(pair.back);
  });
});

test('a menu opens on a node by Shift F10 and on the canvas by right click', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const wait = pair.id(DESK_CALL.wait);
  await canvas.node(wait).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Node' });
  await expect(menu.getByRole('menuitem', { name: /^Rename/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();

  await canvas.node(wait).click({ button: 'right', position: { x: 60, y: 20 } });
  await menu.getByRole('menuitem', { name: /^Delete Wait for the link/ }).click();
  await expect(canvas.node(wait)).toHaveCount(0);

  await canvas.root.locator('.react-flow__pane').click({ button: 'right', position: { x: 20, y: 20 } });
  const all = page.getByRole('menu', { name: 'Canvas' });
  await all.getByRole('menuitem', { name: /^Undo: Delete Wait for the link/ }).click();
  await expect(canvas.node(wait)).toBeVisible();
});

test('a key is changed, a clash names both commands, and the new key acts after a reload', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const help = page.getByRole('dialog', { name: 'Keyboard' });

  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await expectGoodLook(page);
  await help.getByRole('searchbox').focus();
  await page.keyboard.type('Add a node');
  const change = help.getByRole('button', { name: 'Change the key of Add a node' });
  await change.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F5');
  await expect(help.getByRole('alert')).toHaveText('F5 belongs to the browser.');
  await page.keyboard.press('c');
  await expect(help.getByRole('alert')).toContainText('C is “Connect” already.');
  await page.keyboard.press('Enter');
  await expect(help.getByRole('button', { name: 'Reset the key of Add a node' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.reload();
  await designer.canvas(pair.main);
  await canvas.root.focus();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await help.getByRole('button', { name: 'Reset all keys' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await canvas.root.focus();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
});

test('history survives a reload and a save, and goes back several steps at once', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const [wait, username] = [pair.id(DESK_CALL.wait), pair.id(DESK_CALL.username)];
  const name = designer.settings.getByRole('textbox', { name: 'Name', exact: true });
  await canvas.node(username).click({ position: { x: 60, y: 20 } });
  await name.fill('First change');
  await canvas.node(wait).click({ position: { x: 60, y: 20 } });
  await name.fill('Second change');
  await designer.save.click();
  await designer.saved();
  await canvas.root.focus();
  await canvas.node(wait).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(canvas.node(wait)).toHaveCount(0);

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await designer.canvas(pair.main);
  await expect(canvas.node(wait)).toHaveCount(0);
  await designer.button(/^Undo: Delete Second change/).click();
  await expect(canvas.node(wait)).toContainText('Second change');
  await designer.saved();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history.getByRole('option')).toHaveCount(4);
  await expectGoodLook(page);
  await history.getByRole('option', { name: /Before all of these/ }).click();
  await expect(canvas.node(username)).toContainText('Who is calling?');
  await expect(canvas.node(wait)).toContainText('Wait for the link');
  await history.getByRole('option', { name: /^Delete Second change/ }).click();
  await expect(canvas.node(wait)).toHaveCount(0);
  await expect(canvas.node(username)).toContainText('First change');
});

test('after a crash of the tab the work and its history are back', async ({ page, context, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const wait = pair.id(DESK_CALL.wait);
  await canvas.node(wait).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(canvas.node(wait)).toHaveCount(0);
  await page.goto('chrome://crash').catch(() => undefined);

  const next = await context.newPage();
  const again = new Designer(next);
  const restored = await again.open(pair.main);
  await expect(next.getByText('Your unsaved changes are back.')).toBeVisible();
  await expect(restored.node(wait)).toHaveCount(0);
  await again.button(/^Undo: Delete Wait for the link/).click();
  await expect(restored.node(wait)).toBeVisible();
  await again.saved();
});

test.describe('while the server does not answer', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  test('a banner says so, and its button sends what could not be saved', async ({ page, request }) => {
    const pair = await importedPair(request);
    const designer = new Designer(page);
    const canvas = await designer.open(pair.main);
    await canvas.node(pair.id(DESK_CALL.username)).click({ position: { x: 60, y: 20 } });
    await designer.settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Kept');
    await page.route(/\/(api|healthz)/, (route) => route.abort());
    await designer.save.click();
    const banner = page.getByRole('status').filter({ hasText: 'The Tandem server does not answer.' });
    await expect(banner).toBeVisible();
    await expectGoodLook(page);
    await page.unroute(/\/(api|healthz)/);
    await banner.getByRole('button', { name: 'Try again' }).click();
    await designer.saved();
    await expect(banner).toBeHidden();
  });
});

test('the dock opens, is resized by keys, and is as it was after a reload', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  await designer.open(pair.main);
  const tab = page.getByRole('button', { name: /^Problems/ });
  await tab.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'Problems' });
  await expect(panel.getByText(/is not connected/).first()).toBeVisible();
  await expectGoodLook(page);
  const edge = panel.getByRole('separator', { name: 'Resize Problems' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowUp');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await tab.focus();
  await page.keyboard.press('Enter');
  await expect(panel).toBeHidden();
});
