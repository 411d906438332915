import type { Locator, Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { Simulation } from './pages/simulation.ts';
import { DESK_CALL, importedPair, journeyOf } from './support/files.ts';
import { expect, test } from './support/test.ts';

/** A control has to be reached by this many presses of Tab. */
const MOST_TABS = 120;

async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  if (await target.evaluate((element) => element === document.activeElement)) return;
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_TABS} presses of ${key} do not reach ${String(target)}`);
}

async function pick(page: Page, dialog: Locator, text: string): Promise<void> {
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('open, add, connect, rename, set, undo, save, run and answer with the keyboard alone', { tag: '@keyboard' }, async ({ page, request }) => {
  const pair = await importedPair(request);
  const library = new Library(page);
  const designer = new Designer(page);
  const simulation = new Simulation(page);

  await test.step('open from the library', async () => {
    await library.open();
    await tabTo(page, library.search);
    await page.keyboard.type(pair.main);
    await expect(library.journey('HelpDeskVerify')).toBeHidden();
    await tabTo(page, library.journey(pair.main));
    await page.keyboard.press('Enter');
  });
  const canvas = await designer.canvas(pair.main);
  const status = pair.id(DESK_CALL.status);

  const added = await test.step('add a node and connect it both ways', async () => {
    const before = await canvas.cards();
    await tabTo(page, canvas.root);
    await page.keyboard.press('n');
    await pick(page, page.getByRole('dialog', { name: 'Add a node' }), 'Polling Wait');
    await expect(canvas.root.locator('[data-node-id]:not([data-end])')).toHaveCount(before.length + 1);
    const id = (await canvas.cards()).find((card) => !before.includes(card)) ?? '';
    await expect(canvas.node(id)).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('c');
    await pick(page, page.getByRole('dialog', { name: /^Connect/ }), 'How is it going');
    await expect(canvas.connection(id, 'DONE', status)).toBeAttached();
    return id;
  });

  await test.step('rename it and set a field', async () => {
    await page.keyboard.press('F2');
    const name = canvas.node(added).getByRole('textbox', { name: /^Name of/ });
    await expect(name).toBeFocused();
    await page.keyboard.type('Not this');
    await page.keyboard.press('Escape');
    await expect(name).toHaveCount(0);
    await expect(canvas.node(added)).not.toContainText('Not this');
    await page.keyboard.press('F2');
    await page.keyboard.type('Short wait');
    await page.keyboard.press('Enter');
    await expect(canvas.node(added)).toContainText('Short wait');
    const seconds = designer.settings.getByRole('textbox', { name: 'Seconds To Wait' });
    await tabTo(page, seconds);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await expect(canvas.node(added)).toContainText('2 s');
  });

  await test.step('connect an outcome to it, undo and redo', async () => {
    await tabTo(page, canvas.root, 'Shift+Tab');
    await page.keyboard.press('Escape');
    for (const stop of ['startNode', pair.id(DESK_CALL.username), pair.id(DESK_CALL.initialize), status]) {
      // The canvas may put the focus back to the last node while its view still moves; a person presses again.
      await expect(async () => {
        await page.keyboard.press('ArrowRight');
        await expect(canvas.node(stop)).toHaveAttribute('data-selected', 'true', { timeout: 1_000 });
      }).toPass();
    }
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: /^Connect/ });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('In Progress');
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('listbox', { name: /leads to$/ })).toBeVisible();
    await pick(page, dialog, 'Short wait');
    const wire = canvas.connection(status, 'inprogress', added);
    await expect(wire).toBeAttached();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(wire).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(canvas.node(added)).not.toContainText('2 s');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(wire).toBeAttached();
    await expect(canvas.node(added)).toContainText('2 s');
  });

  await test.step('save', async () => {
    await page.keyboard.press('ControlOrMeta+s');
    await designer.saved();
    const { tree, nodes } = await journeyOf(request, pair.main);
    expect(JSON.stringify(tree)).toContain('Short wait');
    expect(nodes).toMatchObject({ [added]: { secondsToWait: 2 } });
  });

  await test.step('run the pair and answer', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await simulation.opened();
    await page.keyboard.press('ControlOrMeta+Enter');
    await tabTo(page, simulation.agent.getByLabel(/user name/i));
    await page.keyboard.type('bjensen');
    await page.keyboard.press('Enter');
    await tabTo(page, simulation.transaction.getByRole('button', { name: 'Open in phone' }));
    await page.keyboard.press('Enter');
    await tabTo(page, simulation.user.getByRole('textbox', { name: /user ?name/i }));
    await page.keyboard.type('bjensen');
    await tabTo(page, simulation.user.getByLabel('Password'));
    await page.keyboard.type('Secret12!');
    await page.keyboard.press('Enter');
    await expect(simulation.transaction).toContainText('Completed · approved');
    await expect(async () => {
      await page.keyboard.press(']');
      await expect(simulation.agent).toContainText('Signed in', { timeout: 1_500 });
    }).toPass();
  });
});
