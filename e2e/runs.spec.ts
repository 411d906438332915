import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Download, Page } from '@playwright/test';
import { Runs } from './pages/runs.ts';
import { beginHelpDesk, HELP_DESK, type Simulation } from './pages/simulation.ts';
import { expectAccessible, expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

// A file that is refused is answered 400, a wrong password 401.
test.use({ expectedErrors: [/status of 40[01] /] });

/** The help desk pair until the user has approved. */
async function played(page: Page): Promise<Simulation> {
  const simulation = await beginHelpDesk(page);
  await simulation.transaction.getByRole('button', { name: 'Open in phone' }).click();
  await simulation.answer(simulation.user, 'Password', 'Secret12!');
  await expect(simulation.user).toContainText('Signed in');
  return simulation;
}

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
const logOf = async (request: APIRequestContext, id: string): Promise<string> => (await request.get(`/api/simulations/${id}/log`)).text();

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), text: await textOf(file) };
}

test('a run is named, found, kept, exported in each format, saved, deleted, and opened again from its file, byte for byte', async ({
  page,
  request,
}) => {
  const simulation = await played(page);
  const { id } = simulation;
  const log = await logOf(request, id);
  const name = `Approved ${randomUUID().slice(0, 8)}`;

  // Each export holds what its format promises.
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share and export' });
  await expect(dialog.getByRole('textbox', { name: 'Link to the simulation' })).toHaveValue(new RegExp(`/simulations/${id}$`));
  await expect(dialog.getByRole('textbox', { name: 'Link to this moment' })).toHaveValue(/\?moment=\d+$/);
  await expectAccessible(page);
  await dialog.getByRole('tab', { name: 'Export' }).click();
  for (const [format, file, content] of [
    ['HAR', /\.har$/, /"version": "1\.2"[\s\S]*authenticate/],
    ['Diagram', /\.svg$/, /^<svg [\s\S]*HelpDeskVerify/],
    ['Mermaid', /\.mmd$/, /^sequenceDiagram\n/],
    ['JSON log', /\.json$/, /"kind": "session-started"/],
    ['AIC log', /\.log$/, /AM-NODE-LOGIN-COMPLETED/],
  ] as const) {
    await dialog.getByText(format, { exact: true }).click();
    await expect(dialog.getByRole('region', { name: 'Preview' })).toBeVisible();
    const made = await saved(page, () => dialog.getByRole('button', { name: new RegExp(`^Save ${format} · `) }).click());
    expect(made.name).toMatch(file);
    expect(made.text).toMatch(content);
    expect(made.text).not.toContain('Secret12!');
    await expectAccessible(page);
  }
  await dialog.getByText('Diagram', { exact: true }).click();
  const picture = dialog.getByRole('img', { name: /^Sequence diagram/ });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(400);

  // The file: without secrets no password is in it, with them it is.
  await dialog.getByRole('tab', { name: 'File' }).click();
  await expectAccessible(page);
  const bare = await saved(page, () => dialog.getByRole('button', { name: 'Save file', exact: true }).click());
  expect(bare.text).not.toContain('Secret12!');
  await dialog.getByText('With secrets', { exact: true }).click();
  const whole = await saved(page, () => dialog.getByRole('button', { name: 'Save file with secrets' }).click());
  expect(whole.text).toContain('Secret12!');
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Named where it stands, found by its name, kept.
  await page.getByRole('link', { name: 'Simulations', exact: true }).click();
  const runs = new Runs(page);
  const row = page.locator(`[data-run="${id}"]`);
  await row.getByRole('button', { name: /^Rename / }).click();
  await row.getByRole('textbox', { name: 'Name of the simulation' }).fill(name);
  await row.getByRole('button', { name: 'Save the name' }).click();
  await expect(runs.row(name)).toContainText('Kept by its name');
  await runs.search.fill(name);
  await expect(page.getByText('one simulation found')).toBeVisible();
  await expect(page).toHaveURL(/\?search=Approved/);
  await runs.button(name, 'Keep').click();
  await expect(runs.button(name, 'Keep')).toHaveAttribute('aria-pressed', 'true');
  await expect(runs.row(name)).toContainText('Kept by its pin');
  await runs.search.focus();
  await expectGoodLook(page);

  // Deleted after a question, then opened from its file.
  await runs.button(name, 'Delete').click();
  await page
    .getByRole('alertdialog', { name: `Delete ${name}?` })
    .getByRole('button', { name: 'Delete simulation' })
    .click();
  await expect(page.getByRole('heading', { name: 'No simulation matches' })).toBeVisible();
  expect((await request.get(`/api/simulations/${id}`)).status()).toBe(404);
  await page.getByRole('button', { name: 'Show all simulations' }).click();
  await runs.openFiles({ name: 'approved.json', text: whole.text });
  await expect(runs.opened).toContainText(/inputs were run again here and gave the same \d+ events, byte for byte/);
  await expectAccessible(page);
  await runs.opened.getByRole('link', { name: /^Open / }).click();
  await simulation.opened();
  expect(simulation.id).not.toBe(id);
  await expect(simulation.transaction).toContainText('bjensen');
  expect((await logOf(request, simulation.id)).replaceAll(simulation.id, id)).toBe(log);
});

test('files that are none are refused with what is wrong with them; a good one among them is opened', async ({ page, request }) => {
  const { id } = (await (await request.post('/api/simulations', { data: { realm: 'alpha' } })).json()) as { id: string };
  await request.post(`/sim/${id}/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=${HELP_DESK.agent}`);
  const good = await (await request.get(`/api/simulations/${id}/file`)).text();
  const runs = new Runs(page);
  await runs.open();
  await runs.openFiles(
    { name: 'journeys.json', text: '{"trees":{}}' },
    { name: 'cut.json', text: good.slice(0, good.length / 2) },
    { name: 'edited.json', text: good.replace(/"digest":"[\da-f]{8}/, '"digest":"00000000') },
    { name: 'later.json', text: good.replace('"version":1', '"version":99') },
    { name: 'good.json', text: good },
  );
  await expect(runs.opened).toContainText('good.json');
  for (const [file, why] of [
    ['journeys.json', 'import it on the Journeys screen'],
    ['cut.json', 'The file is cut off'],
    ['edited.json', 'it was changed since it was written'],
    ['later.json', 'The file has version 99'],
  ] as const)
    await expect(runs.opened.getByRole('alert').filter({ hasText: `${file} was not opened` })).toContainText(why);
  await expect(runs.opened.getByRole('status')).toContainText('byte for byte');
  await expect(runs.opened.getByRole('status')).toContainText('without its secrets');
});

test('a file dropped onto the screen is opened', async ({ page, request }) => {
  const { id } = (await (await request.post('/api/simulations', { data: { realm: 'alpha' } })).json()) as { id: string };
  await request.put(`/api/simulations/${id}/name`, { data: { name: 'Dropped' } });
  const text = await (await request.get(`/api/simulations/${id}/file`)).text();
  const runs = new Runs(page);
  await runs.open();
  const dataTransfer = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.getByText('Drop the files to open the simulations in them').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer });
  await expect(runs.opened.getByRole('link', { name: 'Open Dropped' })).toBeVisible();
});

test('by keyboard: a simulation is found, renamed, chosen with others and deleted @keyboard', async ({ page, request }) => {
  const mark = randomUUID().slice(0, 8);
  for (const name of [`First ${mark}`, `Second ${mark}`]) {
    const { id } = (await (await request.post('/api/simulations', { data: { realm: 'alpha' } })).json()) as { id: string };
    await request.put(`/api/simulations/${id}/name`, { data: { name } });
  }
  const runs = new Runs(page);
  await runs.open();
  await runs.search.focus();
  await page.keyboard.type(mark);
  await expect(page.getByText('2 simulations found')).toBeVisible();
  await runs.row(`First ${mark}`).getByRole('link').focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Name of the simulation' });
  await expect(field).toBeFocused();
  await field.press('ControlOrMeta+a');
  await page.keyboard.type(`Third ${mark}`);
  await page.keyboard.press('Enter');
  await expect(runs.row(`Third ${mark}`).getByRole('link')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('thrown away');
  await page.keyboard.press('Escape');
  await expect(runs.row(`Third ${mark}`).getByRole('link')).toBeFocused();
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('2 chosen', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 2 simulations' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No simulation matches' })).toBeVisible();
});
