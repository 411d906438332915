/**
 * Moving about on the canvas with 12, 100 and 1,000 nodes: panning and dragging a node at zoom 1, zooming out from there, and panning zoomed out. The
 * peer is a bare React Flow page that shows the same graph with its default nodes, in turn in the same browser. Work is the time that the page's main
 * thread ran, which others on the machine do not lengthen. Promised: from zoom 1 at most 1.5 times as much work as bare, zoomed out less than bare.
 * Ends in five minutes. Needs a build (`npm run build`).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serveBareFlow } from './support/bareFlow.ts';
import { importInto, zoomOne } from './support/canvasPage.ts';
import { type Cost, type Gestures, gestures, opened, type Pace } from './support/gestures.ts';
import { largeJourney } from './support/large.ts';
import { median, ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';

const SIZES = (process.env.SIZES ?? '12,100,1000').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** In ms. */
const TIME_FOR_A_SIZE = 40_000;
/** Fewer and larger steps where a bare page takes long for each. */
const paceFor = (size: number): Pace => (size < 500 ? { steps: 12, turn: 60 } : { steps: 5, turn: 200 });
const FAR = 0.12;
const AT_ZOOM_ONE = 1.5;
const ZOOMED_OUT = 1;
const system = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(system) ? system : undefined);
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const GESTURES = [
  { name: 'pan', of: (all: Gestures) => all.pan, most: AT_ZOOM_ONE },
  { name: 'drag a node', of: (all: Gestures) => all.drag, most: AT_ZOOM_ONE },
  { name: 'zoom out', of: (all: Gestures) => all.zoom, most: AT_ZOOM_ONE },
  { name: 'pan zoomed out', of: (all: Gestures) => all.farPan, most: ZOOMED_OUT },
];

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const journeys = SIZES.map(largeJourney);
const tandem = await startedTandem();
const bare = await serveBareFlow(folder, journeys, 1);
const browser = await chromium.launch({ executablePath, args });
try {
  for (const journey of journeys) await importInto(tandem.url, journey);
  for (const [index, { name }] of journeys.entries()) {
    const ours = await opened(browser, `${tandem.url}/realms/alpha/journeys/${name}`, zoomOne);
    const peer = await opened(browser, `${bare.url}/${name}/`, async () => undefined);
    const rounds: { ours: Gestures; peer: Gestures }[] = [];
    // The first round warms both up and is not counted. A slow machine makes fewer rounds, so that the whole ends in time.
    const size = SIZES[index] ?? 0;
    const pace = paceFor(size);
    const end = performance.now() + TIME_FOR_A_SIZE;
    for (let round = 0; rounds.length === 0 || (round <= ROUNDS && performance.now() < end); round++) {
      const both = { ours: await gestures(ours, FAR, round, pace), peer: await gestures(peer, FAR, round, pace) };
      if (round > 0) rounds.push(both);
    }
    for (const { page } of [ours, peer]) await page.context().close();
    const nodes = `${size.toLocaleString('en-US')} nodes`;
    process.stdout.write(`  ${nodes}: ${rounds.length} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
    for (const { name: gesture, of, most } of GESTURES) {
      const middle = (who: 'ours' | 'peer', what: keyof Cost): number => median(rounds.map((round) => of(round[who])[what]));
      table([
        [`${nodes}, ${gesture}: work in µs a step`, middle('ours', 'work') * 1000],
        [`${nodes}, ${gesture}: bare`, middle('peer', 'work') * 1000],
        [`${nodes}, ${gesture}: frame in ms`, middle('ours', 'frame')],
        [`${nodes}, ${gesture}: bare`, middle('peer', 'frame')],
      ]);
      const toBare = median(rounds.map(({ ours, peer }) => of(ours).work / of(peer).work));
      ratio(`${nodes}, ${gesture}: work to bare`, toBare);
      if (toBare <= most) continue;
      process.stdout.write(`  That is more than ${most}.\n`);
      process.exitCode = 1;
    }
    table([[`${nodes}: drawn while zoomed out`, median(rounds.map(({ ours }) => ours.farNodes))]]);
  }
} finally {
  await browser.close();
  bare.server.close();
  await tandem.end();
  rmSync(folder, { recursive: true, force: true });
}
