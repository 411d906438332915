import { test as base, expect, type Page } from '@playwright/test';

interface Watch {
  /** What a browser may complain about in this test, such as an answer 409 that the test provokes. */
  expectedErrors: RegExp[];
  /** Collects the complaints of another page too. */
  watch(page: Page): void;
}

/** A server that a test stops breaks the stream of the page that still looks at it: no fault of the page. */
const SERVER_GONE = /net::ERR_\w+ at \S+\/(api\/events\?|healthz$)/;

/** Playwright's `test`; a script error or an error on the browser's console fails every test. */
export const test = base.extend<Watch>({
  expectedErrors: [[], { option: true }],
  watch: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
      };
      const watch = (watched: Page) => {
        watched.on('console', (message) => {
          const text = `${message.text()} at ${message.location().url}`;
          if (message.type() === 'error' && !SERVER_GONE.test(text)) note(text);
        });
        watched.on('pageerror', (error) => note(String(error.stack ?? error)));
      };
      watch(page);
      await use(watch);
      expect(errors, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
