// npm run screenshots [-- arguments of `playwright test`]: pictures of every screen and dialog, light and dark, into docs/screenshots, and a recording of a run, docs/tandem.gif.
import { browserTests } from './lib/browser-tests.mjs';
import { buildAll } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { cli } from './lib/run.mjs';

cli(async (args) => {
  await install();
  await buildAll();
  process.env.SCREENSHOTS = '1';
  return (await browserTests(args)).code;
});
