import type { Page } from '@playwright/test';
import { equalExports, type Json } from '@tandem/journey';
import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { DESK_CALL, type OwnPair, ownPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

const outcome = 'inprogress';

/** Places a Polling Wait in the free corner of the canvas, and connects it: into it by mouse, out of it by keyboard. */
async function addWait(page: Page, designer: Designer, pair: OwnPair): Promise<string> {
  const canvas = await designer.canvas(pair.main);
  const before = await canvas.cards();
  const free = await canvas.node(pair.id(DESK_CALL.initialize)).boundingBox();
  if (!free) throw new Error('The Initialize node is not on screen');
  await canvas.drag(designer.type('Polling Wait'), { x: free.x + free.width / 2, y: free.y + free.height + 90 });
  await expect(canvas.root.locator('[data-node-id]:not([data-end])')).toHaveCount(before.length + 1);
  const [added = ''] = (await canvas.cards()).filter((id) => !before.includes(id));
  await expect(canvas.node(added)).toHaveAttribute('data-node-type', 'PollingWaitNode');

  const status = pair.id(DESK_CALL.status);
  await canvas.drag(canvas.port(status, outcome), canvas.node(added));
  await expect(canvas.connection(status, outcome, added)).toBeAttached();

  await canvas.node(added).click({ position: { x: 60, y: 20 } });
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: /^Connect/ });
  await dialog.getByRole('searchbox').fill('How is it going');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(canvas.connection(added, 'DONE', status)).toBeAttached();
  return added;
}

/** Max Time 60 and Allow Retry off; takes both back and does both again. */
async function changeInitialize(designer: Designer, pair: OwnPair): Promise<void> {
  const canvas = await designer.canvas(pair.main);
  const node = canvas.node(pair.id(DESK_CALL.initialize));
  await node.click({ position: { x: 60, y: 20 } });
  const maxTime = designer.settings.getByRole('textbox', { name: 'Max Time (Seconds)' });
  const retry = designer.settings.getByRole('switch', { name: 'Allow Retry' });
  await expect(maxTime).toHaveValue('120');
  await maxTime.fill('60');
  await designer.settings.getByText('Allow Retry', { exact: true }).click();
  await expect(retry).not.toBeChecked();
  await expect(node).toContainText('60 s');

  await designer.button(/^Undo/).click();
  await expect(retry).toBeChecked();
  await designer.button(/^Undo/).click();
  await expect(maxTime).toHaveValue('120');
  await expect(node).toContainText('120 s');
  await designer.button(/^Redo/).click();
  await expect(maxTime).toHaveValue('60');
  await designer.button(/^Redo/).click();
  await expect(retry).not.toBeChecked();
}

/** The caller gives a name, the phone the password; the new wait is gone through on the way. */
async function runBoth(page: Page, pair: OwnPair, added: string): Promise<void> {
  const simulation = new Simulation(page);
  await simulation.opened();
  await expect(simulation.canvas(pair.back).root).toBeVisible();
  await simulation.start();
  await simulation.answer(simulation.agent, /user name/i, 'bjensen');
  await expect(simulation.agent).toContainText('Waiting for the caller');
  await expect(simulation.transaction).toContainText('of 1:00 · retry off');
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await expect(simulation.user.getByLabel('Password')).toBeVisible();
  await simulation.advance('+5 s');
  await expect(simulation.canvas(pair.main).node(added)).toHaveAttribute('data-state', 'waiting');
  await simulation.user.getByRole('textbox', { name: /user ?name/i }).fill('bjensen');
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await expect(simulation.transaction).toContainText('Completed · approved');
  await simulation.advance('+5 s');
  await simulation.advance('+5 s');
  await expect(simulation.agent).toContainText('Signed in');
}

async function expectExactlyThatEdit(designer: Designer, pair: OwnPair, added: string): Promise<void> {
  const files = await designer.exported('Save file');
  expect(files.size).toBe(1);
  const after = JSON.parse([...files.values()][0] ?? '') as Json;
  const status = pair.id(DESK_CALL.status);
  const initialize = pair.id(DESK_CALL.initialize);
  const differences = equalExports(JSON.parse(pair.text) as Json, after);
  const places = differences.map(({ journey, place }) => `${journey} ${place}`).toSorted();
  expect(places).toEqual(
    [
      `tree.nodes.${added}`,
      `tree.nodes.${status}.connections.${outcome}`,
      `nodes.${added}`,
      `nodes.${initialize}.timeout`,
      `nodes.${initialize}.allowRetry`,
    ]
      .map((place) => `${pair.main} ${place}`)
      .toSorted(),
  );
  const at = (place: string) => differences.find((difference) => difference.place === place);
  expect(at(`tree.nodes.${added}`)?.before).toBeUndefined();
  expect(at(`tree.nodes.${added}`)?.after).toMatchObject({ nodeType: 'PollingWaitNode', connections: { DONE: status } });
  expect(at(`tree.nodes.${status}.connections.${outcome}`)).toMatchObject({ after: added });
  expect(at(`nodes.${initialize}.timeout`)).toMatchObject({ before: 120, after: 60 });
  expect(at(`nodes.${initialize}.allowRetry`)).toMatchObject({ before: true, after: false });
}

const imports = {
  'the file chooser': (library: Library, pair: OwnPair) => library.importByButton({ name: 'desk-call.json', text: pair.text }),
  'dropping a file': (library: Library, pair: OwnPair) => library.importByDrop('desk-call.json', pair.text),
};

for (const [way, importFile] of Object.entries(imports)) {
  test(`import by ${way}, edit, run and export: the download differs by exactly that edit`, async ({ page }) => {
    const pair = ownPair();
    const library = new Library(page);
    const designer = new Designer(page);
    await library.open();
    await importFile(library, pair);
    await expect(library.importDialog).toContainText('1 of 1 file can be imported');
    await library.confirmImport();
    await expect(library.importDialog).toContainText('1 of 1 file imported');
    await expect(library.importDialog).toContainText(`Journey ${pair.main}`);
    await library.closeImport();
    await library.pair(pair.main, pair.back).getByRole('button', { name: 'Open both' }).click();
    await designer.canvas(pair.back);
    await designer.button(`Close ${pair.back}`).click();

    await test.step('edit', async () => {
      const added = await addWait(page, designer, pair);
      await changeInitialize(designer, pair);
      await designer.save.click();
      await designer.saved();

      await page.reload();
      const canvas = await designer.canvas(pair.main);
      await expect(canvas.node(added)).toBeVisible();
      await expect(canvas.connection(added, 'DONE', pair.id(DESK_CALL.status))).toBeAttached();
      await designer.saved();

      await designer.button(/^Run both journeys/).click();
      await test.step('run', () => runBoth(page, pair, added));
      await page.goBack();
      await designer.canvas(pair.main);
      await designer.button('Split view').click();
      await designer.canvas(pair.back);
      await test.step('export', () => expectExactlyThatEdit(designer, pair, added));
    });
  });
}
