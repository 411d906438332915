import type { APIRequestContext } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { Realm } from './pages/realm.ts';
import { DESK_CALL, importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

/** A library and a script that requires it, of this test alone. */
async function ownLibrary(request: APIRequestContext) {
  const name = `Lib${crypto.randomUUID().slice(0, 8)}`;
  const put = async (id: string, called: string, context: string, source: string) => {
    const script = { _id: id, name: called, script: JSON.stringify(source), context, language: 'JAVASCRIPT', evaluatorVersion: '2.0' };
    await expect(await request.put(`/api/realms/alpha/scripts/${id}`, { data: { baseVersion: 0, script } })).toBeOK();
    return script;
  };
  const library = await put(crypto.randomUUID(), name, 'LIBRARY', 'exports.a = 1;');
  const user = await put(crypto.randomUUID(), `${name} user`, 'SCRIPTED_DECISION_NODE', `var lib = require("${name}");\naction.goTo("a");`);
  return { library, user };
}

test('a script that is changed elsewhere shows by itself in the list and where it is open', async ({ page, request }) => {
  const { library } = await ownLibrary(request);
  const realm = new Realm(page);
  await realm.open('scripts');
  await realm.search.fill(library.name);
  await expect(page.getByRole('button', { name: library.name, exact: true })).toBeVisible();
  const change = async (more: object) => {
    const { version } = (await (await request.get(`/api/realms/alpha/scripts/${library._id}`)).json()) as { version: number };
    await expect(
      await request.put(`/api/realms/alpha/scripts/${library._id}`, { data: { baseVersion: version, script: { ...library, ...more } } }),
    ).toBeOK();
  };
  await change({ name: `${library.name} B` });
  const renamed = page.getByRole('button', { name: `${library.name} B`, exact: true });
  await expect(renamed).toBeVisible();
  await renamed.click();
  await expect(page.locator('.cm-content')).toContainText('exports.a = 1;');
  await change({ name: `${library.name} B`, script: JSON.stringify('exports.a = 2;') });
  await expect(page.locator('.cm-content')).toContainText('exports.a = 2;');
});

test('a library gets another name, and what requires it follows', async ({ page, request }) => {
  const { library, user } = await ownLibrary(request);
  const realm = new Realm(page);
  await realm.open('scripts');
  await realm.search.fill(library.name);
  await page.getByRole('button', { name: library.name, exact: true }).click();
  await page.getByRole('button', { name: 'More for this script' }).click();
  await page.getByRole('menuitem', { name: /Rename/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`${library.name} C`);
  await expect(dialog).toContainText(`it is changed in ${user.name}, too`);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/library-rename.png` });
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`now required by this name in ${user.name}`).first()).toBeVisible();
  const answer = (await (await request.get(`/api/realms/alpha/scripts/${user._id}`)).json()) as { script: { script: string } };
  expect(JSON.parse(answer.script.script)).toContain(`require("${library.name} C")`);
});

test('two tabs of one browser: each says that the other has unsaved work, and each keeps its own over a reload', async ({
  page,
  context,
  request,
  watch,
}) => {
  const pair = await importedPair(request);
  const second = await context.newPage();
  watch(second);
  const rename = async (tab: typeof page, node: keyof typeof DESK_CALL, name: string) => {
    const canvas = await new Designer(tab).canvas(pair.main);
    await canvas.node(pair.id(DESK_CALL[node])).click({ position: { x: 60, y: 20 } });
    await new Designer(tab).settings.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await expect(canvas.node(pair.id(DESK_CALL[node]))).toContainText(name);
  };
  const shows = async (tab: typeof page, node: keyof typeof DESK_CALL, name: string) =>
    expect((await new Designer(tab).canvas(pair.main)).node(pair.id(DESK_CALL[node]))).toContainText(name);
  const notice = (tab: typeof page) => tab.getByText(`${pair.main} has unsaved changes in another tab`);
  await new Designer(page).open(pair.main);
  await new Designer(second).open(pair.main);
  await rename(page, 'wait', 'Of the first tab');
  await expect(notice(second)).toBeVisible();
  if (process.env.SHOTS) await second.screenshot({ path: `${process.env.SHOTS}/two-tabs.png` });
  await rename(second, 'username', 'Of the second tab');
  await expect(notice(page)).toBeVisible();

  for (const tab of [page, second]) {
    tab.on('dialog', (dialog) => void dialog.accept());
    await tab.reload();
  }
  await shows(page, 'wait', 'Of the first tab');
  await shows(second, 'username', 'Of the second tab');
  await shows(second, 'wait', 'Wait for the link');

  // A tab that is closed leaves its work to the next that opens the journey.
  await new Designer(page).save.click();
  await new Designer(page).saved();
  await second.close();
  await page.reload();
  await shows(page, 'username', 'Of the second tab');
  await expect(page.getByText('Your unsaved changes are back.')).toBeVisible();
});
