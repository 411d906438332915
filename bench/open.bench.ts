/**
 * Opening a journey of 100 and of 1,000 nodes in the designer: time until it is drawn and idle, elements in the page at zoom 1, time of a frame
 * while the canvas is dragged. The peer is a bare React Flow page that shows the same graph with its default nodes, opened in turn in the same
 * browser. Needs a build (`npm run build`).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serveBareFlow } from './support/bareFlow.ts';
import { importInto, zoomOne } from './support/canvasPage.ts';
import { largeJourney } from './support/large.ts';
import { type Opening, open } from './support/opening.ts';
import { median, ratio, table } from './support/report.ts';
import { startedServer } from './support/server.ts';

const SIZES = [100, 1_000];
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** The designer's own promise for 1,000 nodes at zoom 1. */
const MOST_ELEMENTS = 1_500;
const system = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(system) ? system : undefined);
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const journeys = SIZES.map(largeJourney);
const tandem = await startedServer(['apps/simulator/dist/main.js'], {
  PORT: '0',
  TANDEM_DATA: join(folder, 'data'),
  TANDEM_ADMIN_PASSWORD: 'Secret12!',
});
const bare = await serveBareFlow(folder, journeys);
const browser = await chromium.launch({ executablePath, args });
try {
  for (const journey of journeys) await importInto(tandem.url, journey);
  for (const [index, { name }] of journeys.entries()) {
    const rounds: { ours: Opening; peer: Opening }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        ours: await open(browser, `${tandem.url}/realms/alpha/journeys/${name}`, zoomOne),
        peer: await open(browser, `${bare.url}/${name}/`, async () => undefined),
      });
    }
    const size = `${SIZES[index]?.toLocaleString('en-US')} nodes`;
    const middle = (who: 'ours' | 'peer', what: keyof Opening): number => median(rounds.map((round) => round[who][what]));
    table([
      [`${size}: designer opens in ms`, middle('ours', 'ms')],
      [`${size}: bare React Flow opens in ms`, middle('peer', 'ms')],
      [`${size}: designer, cards at zoom 1`, middle('ours', 'nodes')],
      [`${size}: designer, elements at zoom 1`, middle('ours', 'elements')],
      [`${size}: bare React Flow, elements`, middle('peer', 'elements')],
      [`${size}: designer, frame of a pan in ms`, middle('ours', 'frame')],
      [`${size}: designer, slow frame in ms`, middle('ours', 'slowFrame')],
      [`${size}: bare React Flow, frame in ms`, middle('peer', 'frame')],
      [`${size}: bare React Flow, slow frame in ms`, middle('peer', 'slowFrame')],
    ]);
    ratio(`${size}: open time to bare`, middle('ours', 'ms') / middle('peer', 'ms'));
    ratio(`${size}: elements to bare`, middle('ours', 'elements') / middle('peer', 'elements'));
    ratio(`${size}: pan frame to bare`, middle('ours', 'frame') / middle('peer', 'frame'));
    if (SIZES[index] === 1_000 && middle('ours', 'elements') > MOST_ELEMENTS) {
      process.stdout.write(`  ${middle('ours', 'elements')} elements at zoom 1 are more than ${MOST_ELEMENTS}.\n`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  bare.server.close();
  tandem.child.kill();
  rmSync(folder, { recursive: true, force: true });
}
