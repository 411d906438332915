import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test('a note is written and moved, a node inserted by keys, and a node dragged into a page and out of it', async ({ page, request }, info) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.back);
  const frame = canvas.node(pair.id(DESK_CALL.page));
  const decision = pair.id(DESK_CALL.decision);

  await test.step('note', async () => {
    await canvas.root.focus();
    await page.keyboard.press('s');
    await expect(designer.settings.getByRole('textbox', { name: 'Text' })).toBeFocused();
    await page.keyboard.type('Ask security');
    const note = canvas.root.locator('[data-note-id]');
    await expect(note).toHaveText('Ask security');
    const before = await note.boundingBox();
    await canvas.root.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => ((await note.boundingBox())?.y ?? 0) > (before?.y ?? 0)).toBe(true);
    await page.screenshot({ path: info.outputPath('note.png') });
    await page.keyboard.press('Delete');
    await expect(note).toHaveCount(0);
  });

  await test.step('insert', async () => {
    await frame.click({ position: { x: 60, y: 20 } });
    const count = (await canvas.cards()).length;
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: 'Insert a node' });
    await dialog.getByRole('searchbox').fill('Debug');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await canvas.cards()).length).toBe(count + 1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await canvas.cards()).length).toBe(count);
  });

  await test.step('page', async () => {
    const inside = await canvas.children(pair.id(DESK_CALL.page));
    await canvas.drag(canvas.node(decision).locator('.card-name'), frame.locator('.card-name'));
    await expect.poll(() => canvas.children(pair.id(DESK_CALL.page))).toEqual([...inside, decision]);
    await page.screenshot({ path: info.outputPath('page.png') });
    const box = await canvas.root.boundingBox();
    await canvas.drag(frame.locator(`[data-child-id="${decision}"]`), { x: (box?.x ?? 0) + 400, y: (box?.y ?? 0) + (box?.height ?? 0) - 120 });
    await expect.poll(() => canvas.children(pair.id(DESK_CALL.page))).toEqual(inside);
    await expect(canvas.node(decision)).toBeVisible();
  });
});
