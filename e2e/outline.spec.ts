import type { Locator, Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

async function pick(page: Page, dialog: Locator, text: string): Promise<void> {
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('a journey is edited in the outline with the keyboard alone', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const tree = page.getByRole('treegrid', { name: `Nodes of ${pair.main}` });
  const row = (name: RegExp) => tree.getByRole('row', { name });
  const focused = tree.locator('[role="row"]:focus');
  const status = pair.id(DESK_CALL.status);

  await test.step('it opens with its key and takes the focus', async () => {
    await canvas.root.focus();
    await page.keyboard.press('Shift+Alt+O');
    await expect(focused).toHaveCount(1);
    await expectGoodLook(page);
  });

  await test.step('letters go to the row that starts with them, arrows to the next', async () => {
    await row(/^Start/).focus();
    await expect(focused).toHaveAccessibleName(/^Start, leads to/);
    await page.keyboard.press('h');
    await expect(focused).toHaveAccessibleName(/^How is it going\?, Backchannel Status/);
    await expect(canvas.node(status)).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveAccessibleName(/leads to|not connected/);
  });

  await test.step('an outcome gets another target, and undo takes it back', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveAccessibleName('In Progress, not connected');
    await page.keyboard.press('Enter');
    await pick(page, page.getByRole('dialog', { name: /^Connect/ }), 'Failure');
    await expect(focused).toHaveAccessibleName('In Progress, leads to Failure');
    await page.keyboard.press('Delete');
    await expect(focused).toHaveAccessibleName('In Progress, not connected');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(focused).toHaveAccessibleName('In Progress, leads to Failure');
  });

  await test.step('a node is added after an outcome and renamed', async () => {
    await page.keyboard.press('Shift+Enter');
    await pick(page, page.getByRole('dialog', { name: 'Add a node' }), 'Polling Wait');
    await expect(focused).toHaveAccessibleName(/^Polling Wait/);
    await page.keyboard.press('F2');
    await expect(page.getByRole('dialog', { name: 'Rename Polling Wait Node' })).toBeVisible();
    await page.keyboard.type('Notice');
    await page.keyboard.press('Enter');
    await expect(focused).toHaveAccessibleName(/Notice/);
    await expect(row(/^In Progress, leads to .*Notice/)).toBeVisible();
  });

  await test.step('deleted, its row gives the focus to the one that follows', async () => {
    await page.keyboard.press('Delete');
    await expect(row(/Notice, /)).toHaveCount(0);
    await expect(focused).toHaveCount(1);
  });

  await test.step('Enter on a node opens its settings', async () => {
    await page.keyboard.press('h');
    await page.keyboard.press('Enter');
    await expect(designer.settings.locator(':focus')).toHaveCount(1);
  });

  await test.step('instead of the canvas it is all there is', async () => {
    await page.getByRole('button', { name: 'Instead of the canvas' }).focus();
    await page.keyboard.press('Enter');
    await expect(canvas.root).toHaveCount(0);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectGoodLook(page);
  });
});

test('a node goes into a page, up on it and out again', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  await (await new Designer(page).open(pair.back)).root.focus();
  const tree = page.getByRole('treegrid', { name: `Nodes of ${pair.back}` });
  const row = (name: RegExp) => tree.getByRole('row', { name });
  const focused = tree.locator('[role="row"]:focus');
  await page.keyboard.press('Shift+Alt+O');
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('Shift+Enter');
  await pick(page, page.getByRole('dialog', { name: 'Add a node' }), 'Polling Wait');
  await expect(focused).toHaveAccessibleName(/^Polling Wait/);

  await page.keyboard.press('Alt+ArrowRight');
  const dialog = page.getByRole('dialog', { name: 'Move Polling Wait Node into a page' });
  await pick(page, dialog, 'Your password');
  await expect(focused).toHaveAttribute('aria-level', '2');
  await expect(row(/^Your password, Page Node, 3 nodes inside, 1 outcome/)).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(/^Your password, Page Node, 3 nodes inside, 1 outcome/)).toBeVisible();
  await expect(focused).toHaveAccessibleName(/^Polling Wait/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(focused).toHaveAttribute('aria-level', '1');
  await expect(row(/^Your password, Page Node, 2 nodes inside/)).toBeVisible();
});
