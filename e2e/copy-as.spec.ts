import { expectGoodLook } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a journey as a request of curl and of Ping’s SDKs @look', async ({ page, baseURL }) => {
  await page.goto('/realms/alpha/journeys/BackchannelMain');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy as curl, JavaScript, Swift, Kotlin' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start BackchannelMain from an app' });
  await expect(dialog).toBeVisible();
  await expectGoodLook(page);
  await dialog.getByRole('tab', { name: 'Swift' }).click();
  await dialog.getByRole('button', { name: 'Copy as Swift' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`FROptions(url: "${baseURL}/am", realm: "alpha"`);
  expect(text).toContain('"BackchannelMain"');
});
