import type { Browser, Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { DESK_CALL, importedPair, journeyOf, type OwnPair } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/status of (409|500) /] });

async function rename(designer: Designer, pair: OwnPair, node: keyof typeof DESK_CALL, name: string): Promise<void> {
  const canvas = await designer.canvas(pair.main);
  await canvas.node(pair.id(DESK_CALL[node])).click({ position: { x: 60, y: 20 } });
  await designer.settings.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await expect(canvas.node(pair.id(DESK_CALL[node]))).toContainText(name);
}

/** Another person: a browser with a storage of its own. */
async function somebodyElse(browser: Browser, watch: (page: Page) => void, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  watch(page);
  return page;
}

const choices = [
  { button: /^Keep mine/, mine: true },
  { button: /^Take theirs/, mine: false },
] as const;

for (const { button, mine } of choices) {
  test(`a second save shows both sides: ${mine ? 'keep mine' : 'take theirs'}`, async ({ page, browser, request, watch, baseURL }) => {
    const pair = await importedPair(request);
    const other = await somebodyElse(browser, watch, baseURL);
    const [me, them] = [new Designer(page), new Designer(other)];
    await me.open(pair.main);
    await them.open(pair.main);
    await rename(me, pair, 'username', 'My question');
    await rename(them, pair, 'wait', 'Their wait');
    await them.save.click();
    await them.saved();

    await me.save.click();
    const dialog = page.getByRole('alertdialog', { name: 'Somebody else saved this journey' });
    await expect(dialog).toContainText('Renamed Wait for the link to Their wait');
    await expect(dialog).toContainText('Renamed Who is calling? to My question');
    await dialog.getByRole('button', { name: button }).click();
    await expect(dialog).toBeHidden();
    await me.saved();

    const canvas = await me.canvas(pair.main);
    await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText(mine ? 'My question' : 'Who is calling?');
    await expect(canvas.node(pair.id(DESK_CALL.wait))).toContainText(mine ? 'Wait for the link' : 'Their wait');
    const { tree } = await journeyOf(request, pair.main);
    expect(JSON.stringify(tree)).toContain(mine ? 'My question' : 'Their wait');
    expect(JSON.stringify(tree)).not.toContain(mine ? 'Their wait' : 'My question');
    await other.context().close();
  });
}

test('a second save merges what does not clash, and asks about what does', async ({ page, browser, request, watch, baseURL }) => {
  const pair = await importedPair(request);
  const other = await somebodyElse(browser, watch, baseURL);
  const [me, them] = [new Designer(page), new Designer(other)];
  await me.open(pair.main);
  await them.open(pair.main);
  await rename(me, pair, 'username', 'My question');
  await rename(me, pair, 'status', 'My status');
  await rename(them, pair, 'wait', 'Their wait');
  await rename(them, pair, 'status', 'Their status');
  await them.save.click();
  await them.saved();

  await me.save.click();
  const dialog = page.getByRole('alertdialog', { name: 'Somebody else saved this journey' });
  const merge = dialog.getByRole('button', { name: 'Merge both and save' });
  await expect(merge).toBeDisabled();
  const clash = dialog.getByRole('list', { name: 'What both changed' }).getByRole('listitem');
  await expect(clash).toHaveCount(1);
  await expect(clash).toContainText('My status, Name');
  await expectGoodLook(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/conflict.png` });
  await clash.getByText('Theirs', { exact: true }).last().click();
  await merge.click();
  await expect(dialog).toBeHidden();
  await me.saved();
  const tree = JSON.stringify((await journeyOf(request, pair.main)).tree);
  for (const name of ['Their wait', 'Their status', 'My question']) expect(tree).toContain(name);
  expect(tree).not.toContain('My status');
  await other.context().close();
});

test('what somebody else saves comes by itself where nothing is unsaved', async ({ page, browser, request, watch, baseURL }) => {
  const pair = await importedPair(request);
  const other = await somebodyElse(browser, watch, baseURL);
  const [me, them] = [new Designer(page), new Designer(other)];
  const canvas = await me.open(pair.main);
  await them.open(pair.main);
  await rename(them, pair, 'wait', 'Their wait');
  await them.save.click();
  await expect(canvas.node(pair.id(DESK_CALL.wait))).toContainText('Their wait');
  await expect(page.getByText(`${pair.main} was changed elsewhere. This is the newest version`).first()).toBeVisible();
  await me.saved();
  await other.context().close();
});

test('unsaved work is back after a reload, and can be discarded', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  await designer.open(pair.main);
  await rename(designer, pair, 'username', 'Not saved yet');
  await expect(designer.state('Unsaved changes')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const canvas = await designer.canvas(pair.main);
  await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText('Not saved yet');
  await expect(page.getByText('Your unsaved changes are back.')).toBeVisible();
  expect(JSON.stringify(await journeyOf(request, pair.main))).not.toContain('Not saved yet');

  await designer.button('Discard them').click();
  await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText('Who is calling?');
  await designer.saved();
});

test('a save that fails keeps the work and is tried again', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  await designer.open(pair.main);
  await rename(designer, pair, 'username', 'Kept');
  const save = `**/api/realms/alpha/journeys/${pair.main}`;
  await page.route(save, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"The disk is full","status":500}' })
      : route.continue(),
  );
  await designer.save.click();
  const failure = page.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(failure).toContainText('The disk is full');
  await expect(designer.state('Not saved')).toBeVisible();
  const canvas = await designer.canvas(pair.main);
  await expect(canvas.node(pair.id(DESK_CALL.username))).toContainText('Kept');

  await page.unroute(save);
  await failure.getByRole('button', { name: 'Try again' }).click();
  await designer.saved();
  await expect(failure).toBeHidden();
  expect(JSON.stringify(await journeyOf(request, pair.main))).toContain('Kept');
});

test('a variable that somebody else saves meanwhile shows both sides @look', async ({ page, request }, info) => {
  const id = `esv-${info.project.name}-host`;
  const path = `/api/realms/alpha/variables/${id}`;
  const put = (value: string) => request.put(path, { data: { valueBase64: Buffer.from(value).toString('base64'), expressionType: 'string' } });
  await put('https://old.example.com');
  await page.goto('/realms/alpha/variables');
  await page.getByRole('button', { name: id }).click();
  const dialog = page.getByRole('dialog', { name: id });
  await dialog.getByRole('textbox', { name: 'Value' }).fill('https://mine.example.com');
  await put('https://theirs.example.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Somebody else saved this variable' });
  await expect(asked.getByRole('region', { name: 'Theirs' })).toContainText('https://theirs.example.com');
  await expect(asked.getByRole('region', { name: 'Mine' })).toContainText('https://mine.example.com');
  await expectGoodLook(page);
  await page.screenshot({ path: info.outputPath('variable-conflict.png') });
  await asked.getByRole('button', { name: /^Keep mine/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: id })).toContainText('https://mine.example.com');
  await request.delete(path);
});
