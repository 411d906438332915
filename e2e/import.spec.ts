import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { DESK_CALL, importedPair, importText, journeyOf, ownPair } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

test('import: what differs is compared, kept, replaced and renamed; the backup made before brings all back', async ({ page, request }) => {
  const pair = await importedPair(request);
  const library = new Library(page);
  await library.open();
  // The main journey's wait has another name, the other journey another description.
  const both = JSON.parse(pair.text.replaceAll('Wait for the link', 'Wait a little')) as {
    trees: Record<string, { tree: { description?: string } }>;
  };
  Object.assign(both.trees[pair.back]?.tree ?? {}, { description: 'from the file' });
  await library.importByButton({ name: 'desk.json', text: JSON.stringify(both) }, { name: 'broken.json', text: '{"trees":' });
  const dialog = library.importDialog;
  await expect(dialog).toContainText('1 of 2 files can be imported. Nothing is written yet.');
  await expect(dialog).toContainText('broken.json was not read');
  await expect(dialog).toContainText('The realm has 2 journeys with other content');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import.png` });
  await expectGoodLook(page);

  await dialog
    .getByRole('listitem')
    .filter({ has: page.getByText(pair.main, { exact: true }) })
    .getByRole('button', { name: 'Compare' })
    .click();
  const comparison = page.getByRole('dialog', { name: `Journey ${pair.main}: realm and file` });
  await expect(comparison.getByRole('region', { name: 'Differences' })).toContainText('Renamed Wait for the link to Wait a little');
  await comparison.getByRole('button', { name: 'Close' }).last().click();

  await dialog.getByRole('button', { name: 'Keep all' }).click();
  await dialog
    .getByRole('radiogroup', { name: `Journey ${pair.main}` })
    .getByText('Rename')
    .click();
  await dialog.getByRole('textbox', { name: `New name of ${pair.main}` }).fill(`${pair.main} new`);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import-decided.png` });
  await library.confirmImport();
  await expect(dialog).toContainText('1 of 2 files imported, 1 refused');
  await expect(dialog.getByRole('link', { name: `${pair.main} new` })).toBeVisible();
  expect(JSON.stringify(await journeyOf(request, pair.main))).toContain('Wait for the link');
  expect(JSON.stringify(await journeyOf(request, pair.back))).not.toContain('from the file');
  await library.closeImport();
  const canvas = await new Designer(page).open(`${pair.main} new`);
  await expect(canvas.root).toContainText('Wait a little');
  await expect(canvas.node(pair.id(DESK_CALL.wait))).toHaveCount(0);
});

test('a backup that an import made is restored, after it says what that changes', async ({ page }) => {
  const server = new OwnServer();
  try {
    await server.start();
    const pair = ownPair();
    await importText(page.request, pair.text, server.url);
    await page.goto(`${server.url}/realms/alpha/backups`);
    await page.getByRole('button', { name: /^Restore/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Restore the backup/ });
    await expect(dialog).toContainText(pair.main);
    await expectGoodLook(page);
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('list', { name: 'Backups, newest first' }).getByRole('listitem')).toHaveCount(2);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/backups.png` });
    expect((await page.request.get(`${server.url}/api/realms/alpha/journeys/${pair.main}`)).status()).toBe(404);
  } finally {
    await server.remove();
  }
});
