import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 90_000 });

test('find a place in the realm by keyboard, go there, rename it and cut its connection', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.back);
  const field = page.getByRole('searchbox', { name: 'Find', exact: true });
  await test.step('a node of the other journey', async () => {
    await page.keyboard.press('ControlOrMeta+f');
    await expect(field).toBeFocused();
    await page.keyboard.type(pair.id(DESK_CALL.status));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
  });
  const main = await designer.canvas(pair.main);
  const status = main.node(pair.id(DESK_CALL.status));
  await test.step('is shown, selected and has the focus', async () => {
    await expect(canvas.root).toHaveCount(0);
    await expect(status).toHaveAttribute('data-selected', 'true');
    await expect(page.locator(`.react-flow__node[data-id="${pair.id(DESK_CALL.status)}"]`)).toBeFocused();
  });
  await test.step('gets another name in its card', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('Found');
    await page.keyboard.press('Enter');
    await expect(status).toContainText('Found');
  });
  await test.step('loses its first connection', async () => {
    const before = (await main.connections()).length;
    await page.keyboard.press('l');
    await expect(main.root.locator('.wire[data-selected]')).toHaveCount(1);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await main.connections()).length).toBe(before - 1);
    await expect(status).toHaveAttribute('data-selected', 'true');
  });
});
