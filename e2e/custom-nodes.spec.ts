import type { APIRequestContext, Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { Library } from './pages/library.ts';
import { importText, journeyOf } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 150_000 });

const WIDTHS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

async function expectGoodLookAtEachWidth(page: Page): Promise<void> {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await expectGoodLook(page);
  }
}

/** A type of this test alone. */
function ownType() {
  const serviceName = crypto.randomUUID().replaceAll('-', '');
  return {
    _id: `${serviceName}-1`,
    serviceName,
    version: 1,
    displayName: `Score ${serviceName.slice(0, 6)}`,
    description: 'Rates a person.',
    outcomes: ['Low', 'High'],
    inputs: [],
    outputs: [],
    script: 'action.goTo(properties.limit > 3 ? "High" : "Low");\n',
    errorOutcome: false,
    tags: ['customNode', 'utilities'],
    properties: { limit: { title: 'Limit', description: 'What is too much.', type: 'NUMBER', required: true, defaultValue: 5, multivalued: false } },
  };
}
type OwnType = ReturnType<typeof ownType>;

/** The type in the realm, and a journey that places a node of it: Low leads to Success, High to Failure. */
async function used(request: APIRequestContext) {
  const type = ownType();
  await importText(request, JSON.stringify({ nodeTypes: { [type._id]: type } }));
  const [journey, node] = [`Custom${type.serviceName.slice(0, 8)}`, crypto.randomUUID()];
  const nodeType = `designer-${type.serviceName}`;
  const data = {
    baseVersion: 0,
    tree: {
      _id: journey,
      entryNodeId: node,
      nodes: {
        [node]: {
          nodeType,
          displayName: 'Ask score',
          x: 300,
          y: 100,
          connections: { Low: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0', High: 'e301438c-0bd0-429c-ab0c-66126501069a' },
        },
      },
    },
    nodes: { [node]: { _id: node, _type: { _id: nodeType, name: type.displayName, collection: true }, limit: 7 } },
    scripts: {},
  };
  await expect(await request.put(`/api/realms/alpha/journeys/${journey}`, { data })).toBeOK();
  return { type, journey, node };
}

async function typeOf(request: APIRequestContext, id: string): Promise<OwnType> {
  return ((await (await request.get(`/api/realms/alpha/custom-nodes/${id}`)).json()) as { nodeType: OwnType }).nodeType;
}

const open = (page: Page, type: Pick<OwnType, '_id'>, tab = 'overview') => page.goto(`/realms/alpha/custom-nodes/${type._id}?tab=${tab}`);
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
const code = (page: Page) => page.locator('[data-script-editor] .cm-content');

test('a type is made from the palette and placed in the journey that it was made for', async ({ page, request }) => {
  const { journey } = await used(request);
  const name = `Rate limit ${crypto.randomUUID().slice(0, 6)}`;
  const designer = new Designer(page);
  await designer.open(journey);
  await designer.palette.getByRole('button', { name: 'New custom node' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Description (optional)' }).fill('Asks who has tried too often.');

  await test.step('with a property of enumerated values', async () => {
    await tab(page, 'Properties').click();
    await page.getByRole('button', { name: 'Add property' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Add property' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('mode');
    await dialog.getByRole('textbox', { name: 'Label', exact: true }).fill('Mode');
    await dialog.getByText('Enumerated values', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Key 1' }).fill('FAST');
    await dialog.getByRole('textbox', { name: 'Label of FAST' }).fill('Fast');
    await dialog.getByRole('button', { name: 'Add property' }).click();
    await expect(page.getByRole('table', { name: 'Properties' })).toContainText('one of 1');
  });

  await test.step('with an outcome more, and an error outcome', async () => {
    await tab(page, 'Settings').click();
    await page.getByRole('button', { name: 'Add outcome' }).click();
    await page.getByRole('textbox', { name: 'Outcome 2' }).fill('Too often');
    await page.getByText('Error outcome', { exact: true }).click();
  });

  await page.getByRole('button', { name: /^Create custom node/ }).click();
  await expect(page.getByText('No journey uses it yet')).toBeVisible();
  await page.getByRole('button', { name: `Back to ${journey}` }).click();
  await designer.canvas(journey);
  await designer.type(name).click();
  const node = page.locator('.react-flow__node').filter({ hasText: name });
  await expect(node).toContainText('Too often');
  await expect(node).toContainText('Script Error');
  await expect(designer.settings.getByText('Mode', { exact: true })).toBeVisible();
});

test('a change that journeys would notice is told first; replaced in place, what fits stays', { tag: '@look' }, async ({ page, request }) => {
  const { type, journey, node } = await used(request);
  await open(page, type, 'settings');
  await page.getByRole('textbox', { name: 'Outcome 1' }).fill('Fine');
  await page.getByRole('button', { name: 'Remove High' }).click();
  await tab(page, 'Properties').click();
  await page.getByRole('button', { name: 'Limit', exact: true }).click();
  const property = page.getByRole('alertdialog', { name: 'Edit property limit' });
  await property.getByRole('textbox', { name: 'Name' }).fill('most');
  await expectGoodLookAtEachWidth(page);
  await property.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  const effects = page.getByRole('alertdialog', { name: `Journeys that use ${type.displayName}` });
  await expect(effects).toContainText('The connection of High to Failure is cut.');
  await expect(effects).toContainText('The connection of Low goes on as Fine.');
  await expectGoodLookAtEachWidth(page);
  expect(await typeOf(request, type._id)).toEqual(type);
  await effects.getByRole('button', { name: 'Save and replace 1 node in place' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await journeyOf(request, journey)).toMatchObject({
    tree: { nodes: { [node]: { connections: { Fine: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0' } } } },
    nodes: { [node]: { most: 7 } },
  });
});

test('a script is written by keyboard, checked as AM would, undone and saved', { tag: '@keyboard' }, async ({ page, request }) => {
  const { type } = await used(request);
  await page.goto('/realms/alpha/custom-nodes');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type(type.displayName);
  await page.getByRole('link', { name: type.displayName }).press('Enter');
  await tab(page, 'Overview').press('End');
  await expect(tab(page, 'Script')).toBeFocused();
  await code(page).focus();

  await test.step('properties and outcomes are suggested', async () => {
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('logger.info(properties.');
    await expect(page.getByRole('option', { name: /^limit/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(code(page)).toContainText('properties.limit');
  });

  await test.step('what AM refuses is counted at the tab', async () => {
    await page.keyboard.press('End');
    await page.keyboard.type(');\nlet a = 1;');
    await expect(tab(page, 'Script')).toContainText('1 problem');
  });

  await test.step('and can be undone, wherever the focus is', async () => {
    // Suggestions that are still open take the first Escape.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(tab(page, 'Script')).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(tab(page, 'Script')).not.toContainText('problem');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(tab(page, 'Script')).toContainText('1 problem');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// done');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect((await typeOf(request, type._id)).script).toBe(`${type.script}// done`);
});

test('unsaved work on a type is there again after a reload', async ({ page, request }) => {
  const { type } = await used(request);
  await open(page, type, 'details');
  await page.getByRole('textbox', { name: 'Name' }).fill('Renamed');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Your unsaved changes are back.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Renamed');
  await page.getByRole('button', { name: 'Discard them' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(type.displayName);
});

test('a type that is imported again can be kept, replaced or get a name of its own; its file comes back equal', async ({ page, request }) => {
  const { type } = await used(request);
  const changed = { ...type, description: 'From a file', outcomes: ['Low', 'High', 'Severe'] };
  await page.goto('/realms/alpha/custom-nodes');
  await page.getByRole('button', { name: 'Import' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const file = { meta: { resourceVersion: '1.0' }, nodeTypes: { [type._id]: changed } };
  await (await chooser).setFiles({ name: 'custom-nodes.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  const { importDialog: dialog } = new Library(page);
  await dialog
    .getByRole('radiogroup', { name: `Custom node ${type.displayName}` })
    .getByText('Rename')
    .click();
  await dialog.getByRole('textbox', { name: `New name of ${type.displayName}` }).fill(`${type.displayName} of the file`);
  await dialog.getByRole('button', { name: 'Import the file' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: `${type.displayName} of the file` }).click();
  await expect(page.getByText('No journey uses it yet')).toBeVisible();
  expect(await typeOf(request, type._id)).toEqual(type);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More for this custom node' }).click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const { nodeTypes } = JSON.parse(Buffer.concat(chunks).toString()) as { nodeTypes: Record<string, OwnType> };
  const [copy] = Object.values(nodeTypes);
  expect(copy).toEqual({ ...changed, _id: copy?._id, serviceName: copy?.serviceName, displayName: `${type.displayName} of the file` });
  expect(copy?._id).toMatch(/^[0-9a-f]{32}-1$/);
});

test('a type in use that is imported otherwise replaces its nodes in place, and the review says so first @look', async ({ page, request }, info) => {
  const { type, journey, node } = await used(request);
  const connections = async () => ((await journeyOf(request, journey)) as { tree: { nodes: Record<string, object> } }).tree.nodes[node];
  await page.goto('/realms/alpha/custom-nodes');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const file = { meta: { resourceVersion: '1.0' }, nodeTypes: { [type._id]: { ...type, outcomes: ['Low'] } } };
  await (await chooser).setFiles({ name: 'custom-nodes.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  const { importDialog: dialog } = new Library(page);
  await expect(dialog.getByRole('region', { name: journey })).toContainText('The connection of High to Failure is cut.');
  await expectGoodLook(page);
  await page.screenshot({ path: info.outputPath('import-type.png') });
  expect(await connections()).toMatchObject({ connections: { High: 'e301438c-0bd0-429c-ab0c-66126501069a' } });
  await dialog.getByRole('button', { name: 'Import the file' }).click();
  await expect(dialog).toContainText('1 node changed with it');
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await connections()).toMatchObject({ connections: { Low: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0' } });
  expect(JSON.stringify(await connections())).not.toContain('High');
});

test('every part of the designer, to look at', { tag: '@look' }, async ({ page, request }) => {
  const { type } = await used(request);
  await page.goto('/realms/alpha/custom-nodes');
  await expect(page.getByRole('link', { name: type.displayName })).toBeVisible();
  await expectGoodLookAtEachWidth(page);
  await page.getByRole('link', { name: type.displayName }).click();
  for (const name of ['Overview', 'Details', 'Properties', 'Settings', 'Script']) {
    await tab(page, name).click();
    if (name === 'Script') await expect(code(page)).toBeVisible();
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      // From before the designer, or the look at the focus runs out of the page.
      await page.getByRole('link', { name: 'Backups' }).focus();
      await expectGoodLook(page);
    }
  }
});

test.describe('others', () => {
  test.use({ expectedErrors: [/409/] });

  test('who save in between are shown beside the own changes; a type in use is not deleted', { tag: '@look' }, async ({ page, request }) => {
    const { type, journey } = await used(request);
    await open(page, type, 'details');
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    const theirs = { ...type, displayName: 'Theirs' };
    const { version } = (await (await request.get(`/api/realms/alpha/custom-nodes/${type._id}`)).json()) as { version: number };
    await expect(await request.put(`/api/realms/alpha/custom-nodes/${type._id}`, { data: { baseVersion: version, nodeType: theirs } })).toBeOK();
    await page.getByRole('button', { name: /^Save/ }).click();
    const conflict = page.getByRole('alertdialog', { name: 'Somebody else saved this custom node' });
    await expect(conflict).toContainText(`Name: ${type.displayName} → Theirs`);
    await expect(conflict).toContainText(`Name: ${type.displayName} → Mine`);
    await expectGoodLook(page);
    await conflict.getByRole('button', { name: 'Keep mine, overwrite theirs' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    expect((await typeOf(request, type._id)).displayName).toBe('Mine');

    await page.getByRole('button', { name: 'More for this custom node' }).click();
    await page.getByRole('menuitem', { name: 'Delete custom node' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('cannot be deleted yet');
    await expect(dialog.getByRole('button', { name: 'Delete custom node' })).toHaveCount(0);
    await expectGoodLook(page);
    await dialog.getByRole('link', { name: journey }).click();
    await expect(page).toHaveURL(new RegExp(`/journeys/${journey}`));
  });

  test('see a changed type in an open journey at once', async ({ page, request }) => {
    const { type, journey, node } = await used(request);
    const canvas = await new Designer(page).open(journey);
    const changed = { ...type, outcomes: ['Low', 'High', 'Severe'] };
    await expect(
      await request.put(`/api/realms/alpha/custom-nodes/${type._id}`, {
        data: { baseVersion: await versionOf(request, type._id), nodeType: changed },
      }),
    ).toBeOK();
    await expect(canvas.node(node)).toContainText('Severe');
    await canvas.node(node).click();
    await page.getByRole('button', { name: 'Edit type' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(type.displayName);
    await page.getByRole('button', { name: `Back to ${journey}` }).click();
    await expect(canvas.node(node)).toBeVisible();
  });
});

async function versionOf(request: APIRequestContext, id: string): Promise<number> {
  return ((await (await request.get(`/api/realms/alpha/custom-nodes/${id}`)).json()) as { version: number }).version;
}
