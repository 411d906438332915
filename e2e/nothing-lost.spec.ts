import type { Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair, importText, journeyOf, type OwnPair, ownPair } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/net::ERR_/] });
test.describe.configure({ timeout: 90_000 });

async function rename(page: Page, pair: OwnPair, name: string): Promise<void> {
  const designer = new Designer(page);
  const canvas = await designer.canvas(pair.main);
  await canvas.node(pair.id(DESK_CALL.username)).click({ position: { x: 60, y: 20 } });
  await designer.settings.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
}
const back = (page: Page) => page.getByText('Your unsaved changes are back.');

test('without a network the work is kept, a save says so, and is made up for by itself when the network is back', async ({
  page,
  context,
  request,
}) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  await designer.open(pair.main);
  await context.setOffline(true);
  await expect(page.getByText('You are offline. What you change is kept in this browser.')).toBeVisible();
  await rename(page, pair, 'Typed offline');
  await designer.save.click();
  await expect(designer.state('Not saved')).toBeVisible();
  // The banner above says why; the same is not said twice.
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeHidden();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/offline.png` });
  await context.setOffline(false);
  await designer.saved();
  expect(JSON.stringify(await journeyOf(request, pair.main))).toContain('Typed offline');
  await expect(page.getByText('You are offline.')).toBeHidden();
});

test('a server that goes while somebody types is told of by itself; nothing of the work is lost', async ({ page }) => {
  const server = new OwnServer();
  try {
    await server.start();
    const pair = ownPair();
    await importText(page.request, pair.text, server.url);
    await new Designer(page).open(pair.main, { server: server.url });
    await rename(page, pair, 'Before it went');
    await server.kill();
    await expect(page.getByText('The Tandem server does not answer. What you change is kept in this browser.')).toBeVisible();
    await rename(page, pair, 'After it went');
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('After it went');
  } finally {
    await server.remove();
  }
});

test('closing a tab with unsaved work asks first; whoever leaves all the same finds it again', async ({ page, context, request, watch }) => {
  const pair = await importedPair(request);
  await new Designer(page).open(pair.main);
  await rename(page, pair, 'Left behind');
  const asked = page.waitForEvent('dialog');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await closed;
  const next = await context.newPage();
  watch(next);
  const canvas = await new Designer(next).open(pair.main);
  await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText('Left behind');
  await expect(back(next)).toBeVisible();
});

test('JSON that is not finished is there again after a reload, on the tab that was looked at; a reply stands below a comment @look', async ({
  page,
  request,
}, info) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const node = (name: 'username' | 'status') => canvas.node(pair.id(DESK_CALL[name])).click({ position: { x: 60, y: 20 } });
  const { settings } = designer;
  await node('username');
  await settings.getByRole('tab', { name: 'JSON' }).click();
  await settings.getByRole('textbox', { name: 'Configuration' }).fill('{"half":');
  await node('status');
  await expect(settings.getByRole('tab', { name: 'JSON' })).toHaveAttribute('aria-selected', 'true');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await designer.canvas(pair.main);
  await node('username');
  await settings.getByRole('tab', { name: 'JSON' }).click();
  await expect(settings.getByRole('textbox', { name: 'Configuration' })).toHaveValue('{"half":');
  await settings.getByRole('button', { name: 'Reset' }).click();

  await settings.getByRole('tab', { name: 'About' }).click();
  await settings.getByRole('textbox', { name: 'Comment', exact: true }).fill('Who answers this?');
  await settings.getByRole('button', { name: 'Reply' }).click();
  await expect(settings.getByRole('textbox', { name: 'Comment 2', exact: true })).toBeFocused();
  await page.keyboard.type('The desk.');
  await expect(canvas.node(pair.id(DESK_CALL.username)).getByRole('img', { name: /Who answers this\?\s+The desk\./ })).toBeVisible();
  await expectGoodLook(page);
  await page.screenshot({ path: info.outputPath('comments.png') });
  await settings.getByRole('button', { name: 'Delete comment', exact: true }).click();
  await expect(settings.getByRole('textbox', { name: 'Comment', exact: true })).toHaveValue('The desk.');
});

test('what was typed into a script of the realm is back after a reload, and can be discarded', async ({ page, request }) => {
  const script = {
    _id: crypto.randomUUID(),
    name: `Typed ${crypto.randomUUID().slice(0, 8)}`,
    script: JSON.stringify('var a = 1;'),
    context: 'LIBRARY',
    language: 'JAVASCRIPT',
    evaluatorVersion: '2.0',
  };
  await expect(await request.put(`/api/realms/alpha/scripts/${script._id}`, { data: { baseVersion: 0, script } })).toBeOK();
  const open = async () => {
    await page.getByRole('searchbox', { name: /^Search/ }).fill(script.name);
    await page.getByRole('button', { name: script.name, exact: true }).click();
  };
  await page.goto('/realms/alpha/scripts');
  await open();
  const text = page.locator('.cm-content');
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nvar b = 2;');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await open();
  await expect(text).toContainText('var b = 2;');
  await expect(back(page)).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/script-back.png` });
  await page.getByRole('button', { name: 'Discard them' }).click();
  await expect(text).not.toContainText('var b = 2;');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});
