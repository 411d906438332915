import type { APIRequestContext, Page } from '@playwright/test';
import { Library } from './pages/library.ts';
import { Realm } from './pages/realm.ts';
import { expectFits, expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

/** Names of this run: tests of other workers have the same realm. */
const unique = (word: string) => `${word}${crypto.randomUUID().slice(0, 8)}`;
const NARROW = { width: 1280, height: 800 };
const WIDE = { width: 1920, height: 1080 };

async function expectGoodLookAtEachWidth(page: Page): Promise<void> {
  await expectGoodLook(page);
  await page.setViewportSize(WIDE);
  await expectFits(page);
  await page.setViewportSize(NARROW);
}

/** Something in every section. */
async function fill(request: APIRequestContext): Promise<void> {
  const put = async (path: string, data: object) => expect(await request.put(`/api/realms/alpha/${path}`, { data })).toBeOK();
  await put('variables/esv-look', { valueBase64: 'aGk=', expressionType: 'string', description: 'A greeting' });
  await put('secrets/esv-look-key', { value: 'Tr0ub4dor' });
  await put('emailTemplates/look', {
    displayName: 'Look',
    enabled: false,
    defaultLocale: 'en',
    subject: { en: 'Hello', fr: 'Bonjour' },
    // Neither may do anything in the preview.
    message: { en: '<p>Hello</p><script>document.title = "run"</script><img alt="" src="https://example.com/seen.png">' },
  });
  await put('stubs/look', { method: 'GET', url: 'https://api.example.com/look/*', status: 503, body: '{}', delayMs: 250 });
}

test('the library leads to the realm', async ({ page }) => {
  await new Library(page).open();
  await page.getByRole('link', { name: 'Realm', exact: true }).click();
  await expect(new Realm(page).person('bjensen')).toContainText('Barbara Jensen');
  await expect(page).toHaveTitle(/^People/);
});

test('people, and one of them', { tag: '@look' }, async ({ page }) => {
  const realm = new Realm(page);
  await realm.open('people');
  await expect(realm.person('bjensen')).toBeVisible();
  await expectGoodLookAtEachWidth(page);
  await realm.person('bjensen').click();
  await expect(realm.dialog.getByRole('textbox', { name: 'First name' })).toHaveValue('Barbara');
  await expectGoodLookAtEachWidth(page);
});

for (const section of ['agents', 'services'] as const) {
  test(`${section}, to look at`, { tag: '@look' }, async ({ page }) => {
    await new Realm(page).open(section);
    await expect(page.locator('table, .services').first()).toBeVisible();
    await expectGoodLookAtEachWidth(page);
  });
}

test.describe('what else the realm holds', () => {
  // The preview blocks what a mail would run and fetch, and says so.
  test.use({ expectedErrors: [/Blocked script execution|Content Security Policy/] });

  for (const [section, row] of [
    ['variables', 'esv-look'],
    ['email-templates', 'look'],
    ['http-stubs', 'https://api.example.com/look/*'],
  ] as const) {
    test(`${section}, and one of them`, { tag: '@look' }, async ({ page, request }) => {
      await fill(request);
      const outside: string[] = [];
      page.on('request', (sent) => {
        if (new URL(sent.url()).hostname === 'example.com') outside.push(sent.url());
      });
      const realm = new Realm(page);
      await realm.open(section);
      await expect(page.getByRole('button', { name: row, exact: true })).toBeVisible();
      await expectGoodLookAtEachWidth(page);
      await page.getByRole('button', { name: row, exact: true }).click();
      await expect(realm.dialog.getByRole('button', { name: 'Save' })).toBeVisible();
      await expectGoodLookAtEachWidth(page);
      await expect(page).not.toHaveTitle('run');
      expect(outside).toEqual([]);
    });
  }
});

test.describe('a CSV file', () => {
  // The first file is refused.
  test.use({ expectedErrors: [/status of 400 .*\/import/] });

  test('with a wrong row changes nothing and says which; corrected, its users are there', async ({ page }) => {
    const [ann, ben] = [unique('ann'), unique('ben')];
    const realm = new Realm(page);
    await realm.open('people');
    await realm.importByButton('users.csv', `userName,givenName,mail\n${ann},Ann,ann@example.com\n,Ben,ben@example.com\n`);
    const wrong = realm.dialog.getByRole('table', { name: 'What is wrong' }).getByRole('row');
    await expect(wrong).toHaveCount(2);
    await expect(wrong.last()).toContainText('Row 2 has no user name.');
    await realm.dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(realm.person(ann)).toBeHidden();

    await realm.importByDrop('users.csv', `userName,givenName,mail\n${ann},Ann,ann@example.com\n${ben},Ben,ben@example.com\n`);
    await expect(realm.dialog).toContainText('2 created, 0 changed');
    await realm.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(realm.person(ann)).toContainText('ann@example.com');
    await expect(realm.person(ben)).toContainText('ben@example.com');
  });
});

test('a user is created, given a phone, and still there after a reload', async ({ page }) => {
  const name = unique('carla');
  const realm = new Realm(page);
  await realm.open('people');
  await page.getByRole('button', { name: 'New user' }).click();
  await realm.dialog.getByRole('textbox', { name: 'User name' }).fill(name);
  await realm.dialog.getByLabel('Password').fill('Secret12!');
  await realm.dialog.getByRole('textbox', { name: 'Last name' }).fill('Carter');
  await realm.dialog.getByRole('textbox', { name: 'Name of a new device' }).fill('Her phone');
  await page.keyboard.press('Enter');
  await realm.dialog.getByRole('button', { name: 'Create user' }).click();
  await page.reload();
  await realm.search.fill(name);
  await expect(realm.person(name).getByRole('cell')).toHaveText([name, 'Carter', '', 'active', 'yes', '1']);
});

test('a user is changed without a pointer, and the focus comes back', { tag: '@keyboard' }, async ({ page, request }) => {
  const name = unique('dora');
  await request.put(`/api/realms/alpha/identities/${name}`, { data: { kind: 'user', userName: name } });
  const realm = new Realm(page);
  await realm.open('people');
  await realm.search.focus();
  await page.keyboard.type(name);
  await expect(page.getByRole('status').filter({ hasText: /^1 of/ })).toBeVisible();
  await page.keyboard.press('Tab');
  const row = page.getByRole('button', { name, exact: true });
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(realm.dialog.getByRole('textbox', { name: 'User name' })).toHaveValue(name);
  await realm.dialog.getByRole('textbox', { name: 'First name' }).focus();
  await page.keyboard.type('Dora');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog', { name: 'Discard the changes?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(realm.dialog.getByRole('textbox', { name: 'First name' })).toHaveValue('Dora');

  await page.keyboard.press('Control+s');
  await expect(realm.dialog).toBeHidden();
  await expect(row).toBeFocused();
  await expect(realm.person(name)).toContainText('Dora');
});
