import type { APIRequestContext, Page } from '@playwright/test';
import { authenticateUrl, filled, output, post } from './support/am.ts';
import { expect, test } from './support/test.ts';

// A wrong password, a used and an unknown transaction are answered with an error.
test.use({ expectedErrors: [/status of (400|401|500) .*\/authenticate/] });

/** Where AM is mounted: the live realm, or a new simulation. */
const contexts = {
  'the live realm': async () => '/am',
  'a simulation': async (request: APIRequestContext) =>
    ((await (await request.post('/api/simulations', { data: { realm: 'alpha' } })).json()) as { baseUrl: string }).baseUrl,
};

/** The link that the main journey shows to the person at the browser. */
async function linkFor(base: string, user: string): Promise<string> {
  const first = await post(`${authenticateUrl(base)}?authIndexType=service&authIndexValue=BackchannelMain`);
  return output(await post(authenticateUrl(base), filled(first, user)), 'PollingWaitCallback', 'message') ?? '';
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Password').press('Enter');
}

for (const [name, contextOf] of Object.entries(contexts)) {
  test(`the link of ${name} opens a page of its own: wrong password, try again, confirmed`, async ({ page, request, baseURL }) => {
    const base = await contextOf(request);
    const link = await linkFor(`${baseURL}${base}`, 'bjensen');
    expect(link).toContain(`${baseURL}${base}/XUI/Login?realm=/alpha&authIndexType=transaction&authIndexValue=`);
    await page.goto(link);
    await expect(page.getByText('bjensen')).toBeVisible();
    await signIn(page, 'wrong');
    const failed = page.getByRole('alert');
    await expect(failed.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
    await failed.getByRole('button', { name: 'Try again' }).click();
    await signIn(page, 'Secret12!');
    await expect(page.getByRole('heading', { name: 'Confirmed' })).toBeVisible();

    // With the session's cookie AM does not ask again; without it, it hands out the questions once more and refuses the answer.
    await page.context().clearCookies();
    await page.goto(link);
    await signIn(page, 'Secret12!');
    await expect(page.getByRole('alert').getByRole('heading', { name: 'The request could not be approved' })).toBeVisible();
  });

  test(`a link of ${name} to an unknown transaction says what to do`, async ({ page, request }) => {
    const base = await contextOf(request);
    await page.goto(`${base}/XUI/Login?realm=/alpha&authIndexType=transaction&authIndexValue=00000000-0000-4000-8000-000000000000`);
    const failed = page.getByRole('alert');
    await expect(failed.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
    await expect(failed).toContainText('ask for a new one');
    await expect(failed).toContainText('Unable to read transaction');
  });
}
