import type { APIRequestContext, Page } from '@playwright/test';
import { Designer } from './pages/designer.ts';
import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

const ASKS = `if (callbacks.isEmpty()) {
  callbacksBuilder.nameCallback("Who is calling?");
} else {
  nodeState.putShared("caller", callbacks.getNameCallbacks().get(0));
  logger.info("asked");
  action.goTo("yes");
}
`;

/** A journey of this test alone: one Scripted Decision with the outcomes yes and no. */
async function ownJourney(request: APIRequestContext, source: string) {
  const [journey, node, script] = [`Scripts${crypto.randomUUID().slice(0, 8)}`, crypto.randomUUID(), crypto.randomUUID()];
  const name = `Script of ${journey}`;
  const data = {
    baseVersion: 0,
    tree: {
      _id: journey,
      entryNodeId: node,
      nodes: { [node]: { nodeType: 'ScriptedDecisionNode', displayName: 'Decide', x: 300, y: 100, connections: {} } },
    },
    nodes: {
      [node]: {
        _id: node,
        _type: { _id: 'ScriptedDecisionNode', name: 'Scripted Decision', collection: true },
        script,
        outcomes: ['yes', 'no'],
        inputs: ['*'],
        outputs: ['*'],
      },
    },
    scripts: {
      [script]: {
        _id: script,
        name,
        script: JSON.stringify(source),
        context: 'SCRIPTED_DECISION_NODE',
        language: 'JAVASCRIPT',
        evaluatorVersion: '2.0',
      },
    },
  };
  await expect(await request.put(`/api/realms/alpha/journeys/${journey}`, { data })).toBeOK();
  return { journey, node, script, name };
}

async function sourceOf(request: APIRequestContext, script: string): Promise<string> {
  const answer = await request.get(`/api/realms/alpha/scripts/${script}`);
  const { script: found } = (await answer.json()) as { script: { script: string } };
  return JSON.parse(found.script) as string;
}

const editor = (page: Page) => page.locator('[data-script-editor] .cm-content');

test('a script is written by keyboard: names are suggested, problems said', { tag: '@keyboard' }, async ({ page, request }) => {
  const own = await ownJourney(request, '// empty\n');
  const designer = new Designer(page);
  const canvas = await designer.open(own.journey);
  await page.getByRole('button', { name: 'Script', exact: true }).press('Enter');
  await page.getByRole('button', { name: `Decide · ${own.name}` }).press('Enter');
  await expect(canvas.node(own.node)).toHaveAttribute('data-selected', 'true');
  await designer.settings.getByRole('button', { name: 'Edit script' }).press('Enter');
  await expect(editor(page)).toBeFocused();

  await test.step('bindings and outcomes are suggested', async () => {
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('action.go');
    await expect(page.getByRole('option', { name: /^goTo/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('"');
    await expect(page.getByRole('option', { name: /^yes/ })).toBeVisible();
    await page.keyboard.type('yes');
    await expect(editor(page)).toContainText('action.goTo("yes")');
  });

  await test.step('what AM refuses is said where it stands, and F8 goes there', async () => {
    await page.keyboard.press('End');
    await page.keyboard.type(';\nlet a = 1;');
    await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByText(/missing ; before statement.*write: .*var/)).toBeVisible();
  });
});

test('a script runs by itself, asks, and says what it did', { tag: '@look' }, async ({ page, request }) => {
  const own = await ownJourney(request, ASKS);
  const designer = new Designer(page);
  const canvas = await designer.open(own.journey);
  await canvas.node(own.node).click();
  await designer.settings.getByRole('button', { name: 'Edit script' }).click();
  await designer.button('Test run').click();
  const run = page.getByRole('complementary', { name: 'Test run' });
  await run.getByRole('button', { name: /^Run script/ }).click();
  await run.getByRole('textbox', { name: 'Who is calling?' }).fill('bjensen');
  await run.getByRole('button', { name: 'Next' }).click();
  const second = run.getByRole('region', { name: 'Pass 2' });
  await expect(second).toContainText('Outcome: yes');
  await expect(second).toContainText('shared: caller = "bjensen"');
  await expect(second).toContainText('asked');
  await expectGoodLook(page);
});

test('an error of a run is marked at its line', async ({ page, request }) => {
  const own = await ownJourney(request, 'var nothing = null;\nnothing.call();\n');
  const designer = new Designer(page);
  const canvas = await designer.open(own.journey);
  await canvas.node(own.node).click();
  await designer.settings.getByRole('button', { name: 'Edit script' }).click();
  await designer.button('Test run').click();
  await designer.button(/^Run script/).click();
  await expect(page.getByRole('button', { name: 'Line 2' })).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveText('nothing.call();');
});

test('a new script from its template, a copy, and who uses it', { tag: '@look' }, async ({ page, request }) => {
  const own = await ownJourney(request, ASKS);
  const designer = new Designer(page);
  const canvas = await designer.open(own.journey);
  await canvas.node(own.node).click();
  await designer.settings.getByRole('button', { name: 'New script' }).click();
  const dialog = page.getByRole('dialog', { name: 'New script' });
  await expectGoodLook(page);
  const name = `New ${own.journey}`;
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create script' }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(editor(page)).toContainText('What is your favourite colour?');
  await designer.button('Used here alone').click();
  await expect(page.getByRole('dialog', { name: `Uses of ${name}` })).toContainText(`Decide in ${own.journey}`);
  await page.keyboard.press('Escape');
  await designer.button('More for this script').click();
  await page.getByRole('menuitem', { name: 'Duplicate for this node' }).click();
  await expect(page.getByRole('heading', { name: `${name} copy`, exact: true })).toBeVisible();
});

test.describe('the realm’s scripts', () => {
  test.use({ expectedErrors: [/409/] });

  test('are edited, saved with a check, and not deleted while used', { tag: '@look' }, async ({ page, request }) => {
    const own = await ownJourney(request, ASKS);
    await page.goto('/realms/alpha/scripts');
    await expect(page.getByRole('button', { name: own.name })).toBeVisible();
    await expectGoodLook(page);
    await page
      .getByRole('textbox', { name: 'Search names and sources' })
      .or(page.getByRole('searchbox', { name: 'Search names and sources' }))
      .fill(own.name);
    await page.getByRole('button', { name: own.name }).click();
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('// mine');
    await expectGoodLook(page);

    const { version, script } = (await (await request.get(`/api/realms/alpha/scripts/${own.script}`)).json()) as { version: number; script: object };
    const theirs = { ...script, script: JSON.stringify(`// theirs\n${ASKS}`) };
    await expect(await request.put(`/api/realms/alpha/scripts/${own.script}`, { data: { baseVersion: version, script: theirs } })).toBeOK();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const conflict = page.getByRole('alertdialog', { name: 'Somebody else saved this script' });
    await expect(conflict).toContainText('// theirs');
    await expect(conflict).toContainText('// mine');
    await expectGoodLook(page);
    await conflict.getByRole('button', { name: 'Keep mine, overwrite theirs' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(await sourceOf(request, own.script)).toContain('// mine');

    await page.getByRole('button', { name: 'More for this script' }).click();
    await page.getByRole('menuitem', { name: 'Delete script' }).click();
    await page.getByRole('button', { name: 'Delete script' }).click();
    await expect(page.getByRole('alertdialog')).toContainText(`"Decide" of the journey "${own.journey}" runs it.`);
  });
});
