import { createServer } from 'node:net';
import { installChromium } from './install.mjs';
import { run, tool } from './run.mjs';

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Runs Playwright against the built server; the server and its data folder are this run's own. */
export async function browserTests(args, { report, quiet } = {}) {
  const env = { CHROMIUM_PATH: await installChromium(), E2E_PORT: String(await freePort()) };
  if (report) env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  return run(tool('playwright', 'test', ...args), { env, quiet });
}
