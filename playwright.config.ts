import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices, type PlaywrightTestConfig } from '@playwright/test';

// scripts/e2e.mjs draws a free port and names the browser; alone, `playwright test` works on Debian.
const port = Number(process.env.E2E_PORT ?? 4180);
const system = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(system) ? system : undefined);

// Workers load this file again and must find the folder of the first process.
if (!process.env.E2E_DATA) {
  const data = mkdtempSync(join(tmpdir(), 'tandem-e2e-'));
  process.env.E2E_DATA = data;
  process.on('exit', () => rmSync(data, { recursive: true, force: true }));
}

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } };

/** `npm run screenshots` makes pictures instead of testing: they change files of the repository. */
const pictures: PlaywrightTestConfig['projects'] = (['light', 'dark'] as const).map((colorScheme) => ({
  name: colorScheme,
  testMatch: /\.shots\.ts$/,
  // Wide enough for a journey as a whole between palette and settings.
  use: { ...desktop, viewport: { width: 1920, height: 1080 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } },
}));

const tests: PlaywrightTestConfig['projects'] = [
  { name: 'desktop', grepInvert: /@keyboard/, use: desktop },
  // Tests tagged @keyboard use no pointer at all.
  { name: 'keyboard-only', grep: /@keyboard/, use: desktop },
  // Tests tagged @look run once more in the dark, without motion.
  { name: 'dark-reduced-motion', grep: /@look/, use: { ...desktop, colorScheme: 'dark', contextOptions: { reducedMotion: 'reduce' } } },
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // On CI's machine, whose speed nobody knows, a test may run again; `npm test` names those that needed it, and their traces are kept.
  retries: process.env.CI ? 1 : 0,
  // Each step has its own limit (below); how many of them a task has says nothing about whether it works.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: process.env.SCREENSHOTS ? pictures : tests,
  webServer: {
    command: 'node apps/simulator/dist/main.js',
    url: `http://127.0.0.1:${port}/healthz`,
    env: { HOST: '127.0.0.1', PORT: String(port), TANDEM_DATA: process.env.E2E_DATA, TANDEM_ADMIN_PASSWORD: 'Secret12!' },
    reuseExistingServer: false,
    timeout: 20_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 1_000 },
    stderr: 'pipe',
  },
});
