import type { Canvas } from './pages/canvas.ts';
import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test('from the node to the journey it starts and back, each with its own undo', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const main = await designer.open(pair.main);
  const initialize = pair.id(DESK_CALL.initialize);
  await main.node(initialize).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/journeys/${pair.main}\\?beside=${pair.back}$`));
  const back = await designer.canvas(pair.back);

  const edge = page.getByRole('separator', { name: 'Resize the two journeys' });
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '54');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('above each other');
  await page.keyboard.press('Enter');
  const boxOf = async (canvas: Canvas) => (await canvas.root.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await expect.poll(async () => (await boxOf(back)).y - (await boxOf(main)).y).toBeGreaterThan(100);
  expect((await boxOf(back)).x).toBe((await boxOf(main)).x);
  await edge.focus();
  await page.keyboard.press('ArrowUp');
  await expect(edge).toHaveAttribute('aria-valuenow', '50');
  await page.keyboard.press('ArrowDown');
  await main.fit();
  await back.fit();

  const password = pair.id(DESK_CALL.decision);
  await back.node(password).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('Alt+ArrowDown');
  await expect(designer.button(/^Undo: Move/)).toBeEnabled();
  await main.node(initialize).click({ position: { x: 60, y: 20 } });
  await expect(designer.button(/^Undo/)).toBeDisabled();

  await back.node(password).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Shift+O');
  await expect(main.root.locator(`.react-flow__node[data-id="${initialize}"]`)).toBeFocused();

  await page.reload();
  await designer.canvas(pair.back);
  await expect(edge).toHaveAttribute('aria-valuenow', '54');
});

test('from the backchannel journey alone to the node that starts it, which opens beside', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  await designer.open(pair.back);
  await page.getByRole('button', { name: `Started by ${pair.main}` }).click();
  await expect(page).toHaveURL(new RegExp(`/journeys/${pair.back}\\?beside=${pair.main}$`));
  const main = await designer.canvas(pair.main);
  await expect(main.root.locator(`.react-flow__node[data-id="${pair.id(DESK_CALL.initialize)}"]`)).toBeFocused();
});
