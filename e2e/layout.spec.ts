import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

const across = (places: readonly { id: string; left: number }[], id: string) => places.find((place) => place.id === id)?.left ?? Number.NaN;

test('Tidy up lays a journey out as one step: Start first, ends last, no card on another', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const before = await canvas.places();
  await canvas.root.focus();
  await page.keyboard.press('Shift+Alt+T');
  await expect(designer.button('Undo: Tidy up')).toBeEnabled();
  await canvas.fit();
  await expect.poll(async () => (await canvas.places()).length).toBe(before.length);
  const tidy = await canvas.places();
  const order = ['startNode', pair.id(DESK_CALL.initialize), pair.id(DESK_CALL.status)].map((id) => across(tidy, id));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const boxes = await canvas.root
    .locator('[data-node-id]')
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect));
  const covered = boxes.filter((a, index) =>
    boxes.some((b, other) => other > index && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(covered).toEqual([]);

  await page.keyboard.press('Control+z');
  await expect(designer.button('Redo: Tidy up')).toBeEnabled();
  await designer.saved();
});

test('of a selection only the selected nodes move', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const [one, two] = [pair.id(DESK_CALL.status), pair.id(DESK_CALL.wait)];
  await canvas.node(one).click({ position: { x: 60, y: 20 } });
  await canvas.node(two).click({ position: { x: 60, y: 20 }, modifiers: ['Shift'] });
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Tidy up 2 nodes/ }).click();
  await expect(designer.button('Undo: Tidy up 2 nodes')).toBeEnabled();
});

test('F gives the canvas the whole screen, and leaving it brings everything back', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  await canvas.root.focus();
  await page.keyboard.press('f');
  await expect(designer.palette).toBeHidden();
  await expect(designer.settings).toBeHidden();
  await expect(canvas.root).toBeVisible();
  await page.keyboard.press('f');
  await expect(designer.palette).toBeVisible();
});
