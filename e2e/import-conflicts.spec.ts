import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { Library } from './pages/library.ts';
import { conflictFiles, type Decided, lackingFile } from './support/conflicts.ts';
import { importText } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const LABEL: Record<Decided, string> = { keep: 'Keep', replace: 'Replace', rename: 'Rename' };

/** How a person does things: with the pointer, or with keys alone. */
interface Hand {
  press(button: Locator): Promise<void>;
  choose(group: Locator, decided: Decided): Promise<void>;
  name(field: Locator, text: string): Promise<void>;
}

const MOUSE: Hand = {
  press: (button) => button.click(),
  choose: (group, decided) => group.getByText(LABEL[decided], { exact: true }).click(),
  name: (field, text) => field.fill(text),
};

const keyboard = (page: Page): Hand => ({
  async press(button) {
    await button.focus();
    await page.keyboard.press('Enter');
  },
  async choose(group, decided) {
    // What is offered first is to replace.
    await group.getByRole('radio', { checked: true }).focus();
    if (decided === 'replace') return;
    await page.keyboard.press(decided === 'keep' ? 'ArrowLeft' : 'ArrowRight');
    await expect(group.getByRole('radio', { name: LABEL[decided] })).toBeChecked();
  },
  async name(field, text) {
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
});

const read = async (request: APIRequestContext, path: string) => JSON.stringify(await (await request.get(`/api/realms/alpha/${path}`)).json());

async function decideEverything(page: Page, request: APIRequestContext, hand: Hand) {
  const { things, inRealm, file } = conflictFiles();
  await importText(request, inRealm);
  const library = new Library(page);
  await library.open();
  await library.importByButton({ name: 'conflicts.json', text: file });
  const dialog = library.importDialog;
  await expect(dialog).toContainText('The realm has 3 journeys, 3 custom nodes, 3 scripts, 3 email templates with other content');
  await expectGoodLook(page);

  for (const { decided, journey, script, template, type } of things) {
    const kinds = [
      ['Journey', journey],
      ['Script', script.name],
      ['Email template', template],
      ['Custom node', type.name],
    ] as const;
    for (const [kind, name] of kinds) {
      if (decided === 'keep') {
        const row = dialog.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
        await hand.press(row.getByRole('button', { name: 'Compare' }));
        const comparison = page.getByRole('dialog', { name: `${kind} ${name}: realm and file` });
        await expect(comparison).toContainText(/file/);
        await hand.press(comparison.getByRole('button', { name: 'Close' }).last());
        await expect(comparison).toBeHidden();
      }
      await hand.choose(dialog.getByRole('radiogroup', { name: `${kind} ${name}`, exact: true }), decided);
      if (decided === 'rename') await hand.name(dialog.getByRole('textbox', { name: `New name of ${name}`, exact: true }), `${name} new`);
    }
  }
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import-conflicts.png` });
  await hand.press(dialog.getByRole('button', { name: 'Import the file' }));
  await expect(dialog).toContainText('1 of 1 file imported');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import-result.png` });

  const { items } = JSON.parse(await read(request, 'emailTemplates')) as { items: { _id: string; subject: object }[] };
  const subjects = new Map(items.map(({ _id, subject }) => [_id.replace('emailTemplate/', ''), subject]));
  const { nodeTypes } = JSON.parse(await read(request, 'resources')) as { nodeTypes: { displayName: string; script: string }[] };
  const typeSays = (name: string) => nodeTypes.find(({ displayName }) => displayName === name)?.script;
  for (const { decided, journey, script, template, type } of things) {
    const now = decided === 'replace' ? 'file' : 'realm';
    expect(await read(request, `journeys/${journey}`)).toContain(`Of the ${now}`);
    expect(await read(request, `scripts/${script.id}`)).toContain(`of the ${now}`);
    expect(typeSays(type.name)).toContain(`of the ${now}`);
    expect(subjects.get(template)).toEqual({ en: `From the ${now}` });
    if (decided !== 'rename') continue;
    const renamed = await read(request, `journeys/${encodeURIComponent(`${journey} new`)}`);
    // The file's journey runs the file's script, sends its mail and shows its custom node, all under their new names.
    for (const part of ['Of the file', `"name":"${script.name} new"`, 'of the file', `"emailTemplateName":"${template} new"`])
      expect(renamed).toContain(part);
    expect(renamed).not.toContain(script.id);
    expect(renamed).not.toContain(type.service);
    expect(typeSays(`${type.name} new`)).toContain('of the file');
  }
}

test('each kind of thing in conflict is compared, kept, replaced and renamed', async ({ page, request }) => {
  await decideEverything(page, request, MOUSE);
});

test('each kind of thing in conflict is decided with the keyboard alone', { tag: '@keyboard' }, async ({ page, request }) => {
  await decideEverything(page, request, keyboard(page));
});

test('what will be missing is listed with the nodes that name it, before anything is written', async ({ page, request }) => {
  const { journey, text, missing } = lackingFile();
  const library = new Library(page);
  await library.open();
  await library.importByButton({ name: 'lacking.json', text });
  const dialog = library.importDialog;
  await expect(dialog).toContainText(`Missing after the import (${missing.length})`);
  for (const [what, where] of missing) {
    const line = dialog.getByRole('listitem').filter({ has: page.getByText(what, { exact: true }) });
    await expect(line).toContainText(`used by ${where} in ${journey}`);
  }
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import-missing.png` });
  expect((await request.get(`/api/realms/alpha/journeys/${journey}`)).status()).toBe(404);
});
