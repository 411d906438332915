import { writeFileSync } from 'node:fs';
import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair, journeyOf } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test('versions: named, compared on both canvases and as text, with a file too, reverted and undone', async ({ page, request }, info) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  await canvas.node(pair.id(DESK_CALL.username)).click({ position: { x: 60, y: 20 } });
  await designer.settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Who is it?');
  await designer.save.click();
  await designer.saved();

  await page.getByRole('button', { name: 'Versions' }).click();
  const list = page.getByRole('list', { name: /^Versions of/ });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('1 changed');
  await list
    .getByRole('button', { name: /^Name the version/ })
    .last()
    .click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).last().fill('As imported');
  await page.keyboard.press('Enter');
  await expect(list.getByText('As imported')).toBeVisible();

  await list.getByRole('button', { name: 'Compare with now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare versions' });
  await expect(dialog.getByRole('region', { name: 'Differences' })).toContainText('Renamed Who is calling? to Who is it?');
  await expect(dialog.locator('[data-diff="changed"].card')).toHaveCount(2);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/compare.png` });
  await expectGoodLook(page);

  const file = info.outputPath('older.json');
  writeFileSync(file, pair.text.replaceAll('Wait for the link', 'Wait a little'));
  await dialog.getByLabel('File to compare with').setInputFiles(file);
  await expect(dialog.getByRole('region', { name: 'Differences' })).toContainText('Renamed Wait for the link to Wait a little');
  await dialog.getByRole('button', { name: 'Revert to As imported' }).click();
  await expect(dialog).toBeHidden();
  await designer.saved();
  await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText('Who is calling?');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  expect(JSON.stringify(await journeyOf(request, pair.main))).not.toContain('Who is it?');

  await page.getByRole('button', { name: /^Undo: Revert to As imported/ }).click();
  await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText('Who is it?');
});
