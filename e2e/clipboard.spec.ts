import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('nodes are copied within a journey, to another tab and as JSON; what is no node is answered', async ({ page, context, request }) => {
  const pair = await importedPair(request);
  const canvas = await new Designer(page).open(pair.main);
  const before = await canvas.cards();
  const status = canvas.node(pair.id(DESK_CALL.status));
  const wait = canvas.node(pair.id(DESK_CALL.wait));
  const cards = canvas.root.locator('[data-node-id]:not([data-end])');

  await test.step('two nodes and the connection between them, by keys', async () => {
    await status.click({ position: { x: 60, y: 20 } });
    await wait.click({ position: { x: 60, y: 20 }, modifiers: ['Shift'] });
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(cards).toHaveCount(before.length + 2);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cards).toHaveCount(before.length);
  });

  await test.step('into another tab', async () => {
    const other = await context.newPage();
    const target = await new Designer(other).open(pair.back);
    const had = await target.cards();
    await target.root.focus();
    await other.keyboard.press('ControlOrMeta+v');
    await expect(target.root.locator('[data-node-id]:not([data-end])')).toHaveCount(had.length + 2);
    await expect(target.root.locator('[data-node-id][data-selected]')).toHaveCount(2);
    await other.close({ runBeforeUnload: false });
  });

  await test.step('by the menu, as JSON', async () => {
    await wait.click({ button: 'right', position: { x: 60, y: 20 } });
    await page.getByRole('menuitem', { name: 'Copy as JSON' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('"tandem": "nodes"');
    await wait.click({ button: 'right', position: { x: 60, y: 20 } });
    await page.getByRole('menuitem', { name: 'Paste' }).click();
    await expect(cards).toHaveCount(before.length + 1);
  });

  await test.step('in a field the keys stay the field’s', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await wait.click({ position: { x: 60, y: 20 } });
    const count = await cards.count();
    await page.getByRole('region', { name: 'Settings', exact: true }).getByRole('textbox', { name: 'Name', exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(cards).toHaveCount(count);
    await page.keyboard.press('ControlOrMeta+z');
  });

  await test.step('other text is kept and answered', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('{"a": 1}'));
    await canvas.root.focus();
    await page.keyboard.press('ControlOrMeta+v');
    const dialog = page.getByRole('dialog', { name: 'Paste nodes' });
    await expect(dialog.getByRole('alert')).toContainText('no nodes');
    await expect(dialog.getByRole('textbox')).toHaveValue('{"a": 1}');
    await dialog.getByRole('textbox').press('Escape');
    await expect(canvas.root).toBeFocused();
  });
});
