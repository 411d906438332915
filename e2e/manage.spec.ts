import { Library } from './pages/library.ts';
import { importText, ownPair } from './support/files.ts';
import { expectGoodLook } from './support/look.ts';
import { OwnServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

test('a journey is renamed with what names it, tagged, disabled, made the default, and deleted with several others', async ({ page }, info) => {
  const server = new OwnServer();
  try {
    await server.start();
    await page.goto(server.url);
    const library = new Library(page);
    const row = (id: string) => page.locator(`[data-journey="${id}"]`).first();
    const action = async (id: string, name: string) => {
      await row(id)
        .getByRole('button', { name: `Actions for ${id}` })
        .click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };

    await test.step('details and name', async () => {
      await action('HelpDeskVerifyUser', 'Details');
      const dialog = page.getByRole('dialog', { name: 'Details of HelpDeskVerifyUser' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Caller Check');
      await dialog.getByRole('textbox', { name: 'Tags' }).fill('desk');
      await dialog.getByRole('textbox', { name: 'Tags' }).press('Enter');
      await dialog.getByRole('textbox', { name: 'Journey timeout' }).fill('0');
      await expect(dialog).toContainText('A whole number of minutes');
      await dialog.getByRole('textbox', { name: 'Journey timeout' }).fill('12');
      await expectGoodLook(page);
      await page.screenshot({ path: info.outputPath('details.png') });
      await dialog.getByRole('button', { name: 'Save details' }).click();
      await expect(page.getByText('Renamed to Caller Check, also in HelpDeskVerify').first()).toBeVisible();
      await expect(library.pair('HelpDeskVerify', 'Caller Check')).toBeVisible();
      await expect(row('Caller Check')).toContainText('desk');
    });

    await test.step('where it is used', async () => {
      await action('Caller Check', 'Where used');
      await expect(page.getByRole('dialog', { name: 'Where Caller Check is used' })).toContainText('HelpDeskVerify · Backchannel Initialize');
      await expectGoodLook(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    });

    await test.step('default journey', async () => {
      await action('BackchannelLogin', 'Make it the default');
      await expect(row('BackchannelLogin')).toContainText('default');
    });

    await test.step('several at once', async () => {
      await library.search.fill('Identity Store Decision');
      await expect(row('BackchannelOutcomes')).toBeVisible();
      await expect(row('HelpDeskVerify')).toBeHidden();
      await page.getByRole('checkbox', { name: 'Choose all shown' }).check();
      const bar = page.getByRole('region', { name: 'Chosen journeys' });
      await expect(bar).toContainText('3 chosen');
      await bar.getByRole('button', { name: 'Disable' }).click();
      const asked = page.getByRole('alertdialog', { name: 'Disable 3 journeys?' });
      await expect(asked).toContainText('Default journey of alpha');
      await expectGoodLook(page);
      await page.screenshot({ path: info.outputPath('disable.png') });
      await asked.getByRole('button', { name: 'Disable journeys' }).click();
      await expect(row('BackchannelMain')).toContainText('disabled');
      await bar.getByRole('button', { name: 'Tag' }).click();
      const tags = page.getByRole('dialog', { name: 'Tag 3 journeys' });
      await tags.getByRole('textbox', { name: 'Tags to add' }).fill('old');
      await expectGoodLook(page);
      await tags.getByRole('button', { name: 'Save tags' }).click();
      await expect(row('BackchannelMain')).toContainText('old');
      await page.screenshot({ path: info.outputPath('bulk.png') });
    });

    await test.step('deleted after what refers to them was shown', async () => {
      await page.getByRole('checkbox', { name: 'Choose BackchannelMain' }).uncheck();
      await page.getByRole('checkbox', { name: 'Choose BackchannelOutcomes' }).uncheck();
      await page.getByRole('region', { name: 'Chosen journeys' }).getByRole('button', { name: 'Delete' }).click();
      const dialog = page.getByRole('alertdialog', { name: 'Delete BackchannelLogin?' });
      await expect(dialog.getByRole('listitem')).toHaveCount(3);
      await expect(dialog).toContainText('Default journey of alpha');
      await page.screenshot({ path: info.outputPath('delete.png') });
      await dialog.getByRole('button', { name: 'Delete journey' }).click();
      await expect(row('BackchannelLogin')).toBeHidden();
    });
  } finally {
    await server.remove();
  }
});

test('what is chosen can be done from the command palette', { tag: '@keyboard' }, async ({ page }) => {
  await new Library(page).open();
  await page.getByRole('checkbox', { name: 'Choose BackchannelOutcomes' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('Details of');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Details of BackchannelOutcomes' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a pair is made of an archetype by its names alone, and opens side by side', { tag: '@keyboard' }, async ({ page }, info) => {
  const server = new OwnServer();
  try {
    await server.start();
    await page.goto(server.url);
    await page.getByRole('button', { name: 'New journey' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New journey' });
    await expect(dialog.getByRole('radio')).toHaveCount(9);
    await dialog.getByRole('radio', { name: /^Blank journey/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: /^Help desk verification/ })).toBeChecked();
    await page.screenshot({ path: info.outputPath('archetypes.png') });
    await expectGoodLook(page);
    const main = dialog.getByRole('textbox', { name: "Name of the agent's journey" });
    await main.fill('HelpDeskVerify');
    await expect(dialog).toContainText('There is a journey HelpDeskVerify already');
    await main.fill('Desk');
    await main.press('Enter');
    await expect(page).toHaveURL(/\/realms\/alpha\/journeys\/Desk\?beside=CallerConfirms$/);
    await page.goto(server.url);
    await expect(new Library(page).pair('Desk', 'CallerConfirms')).toBeVisible();
    await expect(page.locator('[data-journey="Desk"]')).not.toContainText(/warning|error/);
  } finally {
    await server.remove();
  }
});

test('nodes that a replaced journey no longer places go with the import, and none is left behind', async ({ page, request }) => {
  const server = new OwnServer();
  try {
    await server.start();
    const [first, second] = [ownPair(), ownPair()];
    await importText(request, first.text, server.url);
    // The same journeys with other nodes.
    const again = second.text.replaceAll(second.back, first.back).replaceAll(second.main, first.main);
    const replaced = await request.post(`${server.url}/api/realms/alpha/import?conflict=replace`, {
      headers: { 'content-type': 'application/json' },
      data: again,
    });
    expect(replaced.status(), await replaced.text()).toBe(200);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Orphaned nodes' }).click();
    await expect(page.getByRole('dialog', { name: 'Orphaned nodes' })).toContainText('The realm has no orphaned nodes.');
    await expectGoodLook(page);
  } finally {
    await server.remove();
  }
});
