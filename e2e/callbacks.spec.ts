import type { Page } from '@playwright/test';
import { CALLBACKS } from './fixtures/callbacks.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

/** The end user's page shows each of AM's callbacks; AM's part is played here, so that each comes alone. */

const PHONE = { width: 390, height: 844 };

type Wire = NonNullable<(typeof CALLBACKS)[string]>['wire'];

/** As AM counts: the inputs of the second callback begin with `IDToken2`. */
const counted = (callbacks: readonly (Wire | undefined)[]) =>
  callbacks.map((wire, index) => ({
    ...wire,
    ...(wire?.input ? { input: wire.input.map(({ name, value }) => ({ name: name.replace(/^IDToken\d+/, `IDToken${index + 1}`), value })) } : {}),
  }));

/** Answers `authenticate` with one step, and tells what the page sends back. */
async function ask(page: Page, step: object, address = '/am/XUI/?realm=/alpha&authIndexType=service&authIndexValue=X') {
  const sent: { callbacks?: { type: string; input?: { name: string; value: unknown }[] }[] }[] = [];
  await page.route('**/json/realms/root/realms/alpha/authenticate**', async (route) => {
    const body = route.request().postDataJSON() as (typeof sent)[number];
    if (body.callbacks) sent.push(body);
    await route.fulfill({
      json: body.callbacks ? { tokenId: 'token', successUrl: '/enduser/?realm=/alpha', realm: '/alpha' } : { authId: 'a.b.c', ...step },
    });
  });
  await page.goto(address);
  await expect(page.getByRole('form')).toBeVisible();
  return { sent, inputs: () => sent.at(-1)?.callbacks?.flatMap(({ input = [] }) => input.map(({ value }) => value)) };
}

const unlike = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [type, { wire, shows }] of Object.entries(CALLBACKS)) {
  test(`${type} on a phone and on a desk @look`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await ask(page, { header: 'One step', description: 'As AM sends it.', callbacks: [wire] });
    for (const text of shows) await expect(page.getByText(text, { exact: false }).first()).toBeVisible();
    await expect(page.locator('.cb-json:visible, h3:text-matches("Callback$")'), 'JSON in place of a form').toHaveCount(0);
    await expectAccessible(page);
    expect(await unlike(page), 'pixels wider than the phone').toBeLessThanOrEqual(0);
    const small = await page
      .locator('button:visible, a.cb-button:visible, .cb-input:visible')
      .evaluateAll((all) => all.map((control) => control.getBoundingClientRect()).filter(({ height }) => height < 36).length);
    expect(small, 'controls too small for a finger').toBe(0);
    if (process.env.CALLBACK_PICTURES)
      await page.screenshot({ path: `${process.env.CALLBACK_PICTURES}/${test.info().project.name}-${type}-phone.png` });
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await unlike(page)).toBeLessThanOrEqual(0);
    if (process.env.CALLBACK_PICTURES)
      await page.screenshot({ path: `${process.env.CALLBACK_PICTURES}/${test.info().project.name}-${type}-desk.png` });
  });
}

test.describe('what the page sends', () => {
  const one = (type: keyof typeof CALLBACKS) => ({ callbacks: [CALLBACKS[type]?.wire] });

  test('the provider that was pressed, at once', async ({ page }) => {
    const { inputs } = await ask(page, one('SelectIdPCallback'));
    await page.getByRole('button', { name: 'Continue with Acme' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    expect(inputs()).toEqual(['acme']);
  });

  test('the local account, where the other fields of the page are filled', async ({ page }) => {
    const { inputs } = await ask(page, { callbacks: counted([CALLBACKS.SelectIdPCallback?.wire, CALLBACKS.NameCallback?.wire]) });
    await page.getByLabel('User Name').fill('bjensen');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    expect(inputs()).toEqual(['localAuthentication', 'bjensen']);
  });

  test('the device, as Ping’s SDKs describe it, the same at each visit', async ({ page }) => {
    const identifiers = new Set<unknown>();
    for (const _visit of [1, 2]) {
      const { inputs } = await ask(page, one('DeviceProfileCallback'));
      await expect(page.getByText('What is told about this device')).toBeVisible();
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
      const profile = JSON.parse(String(inputs()?.[0])) as { identifier: string; metadata: { browser: { userAgent: string } } };
      expect(profile.metadata.browser.userAgent).toContain('Mozilla');
      identifiers.add(profile.identifier);
      await page.unrouteAll();
    }
    expect(identifiers.size).toBe(1);
  });

  test('a consent, and a captcha’s token', async ({ page }) => {
    const { inputs } = await ask(page, { callbacks: counted([CALLBACKS.ConsentMappingCallback?.wire, CALLBACKS.ReCaptchaCallback?.wire]) });
    await page.getByRole('checkbox', { name: 'Share with CRM' }).check();
    await page.getByRole('checkbox', { name: 'I am not a robot' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    expect(inputs()).toEqual([true, expect.stringMatching(/\S/)]);
  });
});

test('a journey goes on when the browser comes back from another site', async ({ page, baseURL }) => {
  const redirectUrl = `${baseURL}/healthz?from=tandem`;
  const output = [
    { name: 'redirectUrl', value: redirectUrl },
    { name: 'redirectMethod', value: 'GET' },
  ];
  const urls: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && urls.push(request.url()));
  const { sent } = await ask(page, { callbacks: [{ type: 'RedirectCallback', output }] });
  await page.getByRole('link', { name: /^Continue to/ }).click();
  await expect(page).toHaveURL(redirectUrl);
  await page.goto('/am/XUI/?realm=/alpha&state=s1&code=c1');
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
  expect(sent.at(-1)).toMatchObject({ authId: 'a.b.c' });
  expect(urls.at(-1)).toContain('code=c1&state=s1');
});

test('the code of an authenticator app is drawn from AM’s script, which does not run', async ({ page }) => {
  const message = "window.QRCodeReader.createCode({ id: 'callback_0', text: 'otpauth://totp/Tandem:bjensen?secret=ABC', version: '20', code: 'L' });";
  const output = [
    { name: 'message', value: message },
    { name: 'messageType', value: '4' },
  ];
  await ask(page, { callbacks: [{ type: 'TextOutputCallback', output }] });
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the app on this device' })).toHaveAttribute('href', /^otpauth:/);
  await expectAccessible(page);
});

test('what a stage says: text of the button, footer, and a link to another journey', async ({ page }) => {
  const stage = JSON.stringify({ submitButtonText: { de: 'Los', en: 'Go' }, pageFooter: 'Be <b>careful</b>' });
  const description = 'New here? <a href="#/service/Registration">Create an account</a>';
  await ask(page, { stage, description, callbacks: [CALLBACKS.NameCallback?.wire] });
  await expect(page.getByRole('button', { name: 'Go' })).toBeVisible();
  await expect(page.getByText('Be careful')).toBeVisible();
  const started = page.waitForRequest((request) => request.url().includes('authIndexValue=Registration'));
  await page.getByRole('link', { name: 'Create an account' }).click();
  await started;
});

test.describe('in German', () => {
  test.use({ locale: 'de-AT' });
  test('the page speaks German to a German browser, and English where the address asks for it', async ({ page }) => {
    await ask(page, { callbacks: [{ ...CALLBACKS.PasswordCallback?.wire, output: [] }] });
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('button', { name: 'Weiter' })).toBeVisible();
    await expect(page.getByLabel('Passwort', { exact: true })).toBeVisible();
    await page.goto('/am/XUI/?realm=/alpha&authIndexType=service&authIndexValue=X&locale=en');
    await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  });
});
