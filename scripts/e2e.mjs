// npm run test:e2e [-- arguments of `playwright test`]: builds what changed, then runs the browser tests.
import { browserTests } from './lib/browser-tests.mjs';
import { buildAll } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { cli } from './lib/run.mjs';

cli(async (args) => {
  await install();
  await buildAll();
  return (await browserTests(args)).code;
});
