/**
 * Opening a journey of 100 and of 1,000 nodes in the designer: time until it is drawn and idle, elements in the page at zoom 1, time of a frame
 * while the canvas is dragged. The peer is a bare React Flow page that shows the same graph with its default nodes, opened in turn in the same
 * browser. The promise, at most 1.5 times bare, is about that: it is what a person waits for, though the designer loads an editor and the peer a canvas.
 * What the canvas has to do with it is printed beside: showing the journey from the library, in a page where another was open before, to the bare page
 * showing its graph when asked. Work is the time that the page's main thread ran, which others on the machine do not lengthen. Needs a build
 * (`npm run build`).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serveBareFlow } from './support/bareFlow.ts';
import { importInto, zoomOne } from './support/canvasPage.ts';
import { largeJourney } from './support/large.ts';
import { type Opening, open, showWithin } from './support/opening.ts';
import { median, ratio, table } from './support/report.ts';
import { startedServer } from './support/server.ts';

const SIZES = (process.env.SIZES ?? '100,1000').split(',').map(Number);
/** Open before the journey that is shown from the library. */
const BEFORE = 12;
const MOST = 1.5;
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

type Shown = Awaited<ReturnType<typeof showWithin>>;

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
  const before = largeJourney(BEFORE);
  for (const journey of [before, ...journeys]) await importInto(tandem.url, journey);
  for (const [index, { name }] of journeys.entries()) {
    const rounds: { ours: Opening; peer: Opening }[] = [];
    const shows: { ours: Shown; peer: Shown }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        ours: await open(browser, `${tandem.url}/realms/alpha/journeys/${name}`, zoomOne),
        peer: await open(browser, `${bare.url}/${name}/`, async () => undefined),
      });
      const link = (address: string) => ({ on: `document.querySelector('a[href="${address}"]')`, call: 'click' as const });
      const designer = (journey: string) => `/realms/alpha/journeys/${journey}`;
      shows.push({
        ours: await showWithin(browser, `${tandem.url}${designer(before.name)}`, [link('/'), link(designer(name))]),
        peer: await showWithin(browser, `${bare.url}/${name}/#wait`, [{ on: 'globalThis', call: 'show' }]),
      });
    }
    const size = `${SIZES[index]?.toLocaleString('en-US')} nodes`;
    const shown = (who: 'ours' | 'peer', what: keyof Shown): number => median(shows.map((round) => round[who][what]));
    const middle = (who: 'ours' | 'peer', what: keyof Opening): number => median(rounds.map((round) => round[who][what]));
    process.stdout.write(`  ${size}: ${rounds.length} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
    table([
      [`${size}: designer opens in ms`, middle('ours', 'ms')],
      [`${size}: bare React Flow opens in ms`, middle('peer', 'ms')],
      [`${size}: designer opens, work in ms`, middle('ours', 'work')],
      [`${size}: bare React Flow opens, work in ms`, middle('peer', 'work')],
      [`${size}: designer, shown from the library in ms`, shown('ours', 'ms')],
      [`${size}: bare React Flow, shown when asked in ms`, shown('peer', 'ms')],
      [`${size}: designer, that in work in ms`, shown('ours', 'work')],
      [`${size}: bare React Flow, that in work in ms`, shown('peer', 'work')],
      [`${size}: designer, cards at zoom 1`, middle('ours', 'nodes')],
      [`${size}: designer, elements at zoom 1`, middle('ours', 'elements')],
      [`${size}: bare React Flow, elements`, middle('peer', 'elements')],
      [`${size}: designer, frame of a pan in ms`, middle('ours', 'frame')],
      [`${size}: designer, slow frame in ms`, middle('ours', 'slowFrame')],
      [`${size}: bare React Flow, frame in ms`, middle('peer', 'frame')],
      [`${size}: bare React Flow, slow frame in ms`, middle('peer', 'slowFrame')],
    ]);
    const toBare = middle('ours', 'ms') / middle('peer', 'ms');
    ratio(`${size}: open time to bare`, toBare);
    ratio(`${size}: open work to bare`, middle('ours', 'work') / middle('peer', 'work'));
    ratio(`${size}: shown time to bare`, shown('ours', 'ms') / shown('peer', 'ms'));
    ratio(`${size}: shown work to bare`, shown('ours', 'work') / shown('peer', 'work'));
    if (toBare > MOST) {
      process.stdout.write(`  That it opens in ${toBare.toFixed(2)} times bare is more than ${MOST}.\n`);
      process.exitCode = 1;
    }
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
