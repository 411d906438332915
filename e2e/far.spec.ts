import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { importText } from './support/files.ts';
import { expect, test } from './support/test.ts';

const COUNT = 140;
const COLUMNS = 14;
/** Far from where the journey begins, and in the middle of it. */
const FAR = 78;

/** A journey so large that cards out of sight are not in the page: messages in a grid, none connected. */
function largeFile(name: string): string {
  const ids = Array.from({ length: COUNT }, () => randomUUID());
  const placed = ids.map((id, index) => [
    id,
    {
      nodeType: 'MessageNode',
      displayName: `Message ${index}`,
      x: 300 + (index % COLUMNS) * 340,
      y: 200 + Math.floor(index / COLUMNS) * 260,
      connections: {},
    },
  ]);
  const resources = ids.map((id) => [id, { _id: id, _type: { _id: 'MessageNode', name: 'Message Node', collection: true } }]);
  const tree = { _id: name, entryNodeId: ids[0], nodes: Object.fromEntries(placed) };
  return JSON.stringify({ trees: { [name]: { tree, nodes: Object.fromEntries(resources) } } });
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`Not in sight: ${element}`);
  return box;
}

test('a card that was first seen from afar can be connected by its ports once it is near', async ({ page, request }) => {
  const name = `Large ${randomUUID().slice(0, 8)}`;
  await importText(request, largeFile(name));
  const { root } = await new Designer(page).open(name);
  const canvas = page.locator('[data-canvas]');
  const zoom = async (by: number, until: string) => {
    await page.keyboard.down('Control');
    await expect(async () => {
      await page.mouse.wheel(0, by);
      await page.mouse.wheel(0, by);
      await expect(canvas).toHaveAttribute('data-detail', until, { timeout: 1000 });
    }).toPass();
    await page.keyboard.up('Control');
  };
  const box = await boxOf(canvas);
  await page.mouse.move(box.x + 80, box.y + 80);
  await zoom(120, 'plain');
  const far = root.getByRole('group', { name: `Message ${FAR},` });
  const there = await boxOf(far);
  await page.mouse.move(there.x + there.width / 2, there.y + there.height / 2);
  await zoom(-120, 'all');
  const port = await boxOf(far.locator('.card-port .react-flow__handle').first());
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2);
  await page.mouse.down();
  await page.mouse.move(port.x - 60, port.y + 120, { steps: 6 });
  await expect(page.locator('.react-flow__connection')).toHaveCount(1);
  await page.mouse.up();
});
