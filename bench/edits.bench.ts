/**
 * Memory of the designer after much work: 1,000 changes of a journey of 100 nodes (moved, copied, renamed, deleted) and each taken back again, as many
 * at a time as the history holds. What JavaScript holds after a garbage collection, beside the same page before. Needs a build (`npm run build`).
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { largeJourney } from './support/large.ts';
import { ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';

const NODES = 100;
const EDITS = Number(process.env.EDITS ?? 1_000);
/** The history keeps this many steps; a step more would be lost before it was undone. */
const AT_ONCE = 200;
const MOST = 1.1;
const KB = 1 << 10;
const system = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(system) ? system : undefined);
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** One undo step each. Only nodes have a name: what is renamed is a copy. */
const KINDS = ['move', 'move', 'copy', 'rename', 'move', 'copy', 'rename', 'move', 'copy', 'delete'] as const;

async function edit(page: Page, count: number): Promise<void> {
  const canvas = page.locator('section.canvas');
  await canvas.focus();
  for (let n = 0; n < count; n++) {
    const kind = KINDS[n % KINDS.length];
    if (kind === 'delete') await press(page, 'Delete');
    else if (kind === 'copy') await press(page, 'ControlOrMeta+d');
    else if (kind === 'move') await press(page, 'ArrowRight', 'Alt+ArrowDown');
    else {
      await press(page, 'F2');
      await page.locator('.card-name-field:focus, .inspector-name input:focus').waitFor();
      await page.keyboard.insertText(`Name ${n}`);
      await canvas.focus();
    }
  }
}

const undone = (page: Page) => page.getByRole('button', { name: /^Undo/ });

/** @returns how many steps were taken back */
async function undoAll(page: Page): Promise<number> {
  await page.locator('section.canvas').focus();
  let steps = 0;
  while (await undone(page).isEnabled()) {
    await press(page, 'ControlOrMeta+z');
    steps++;
  }
  return steps;
}

const tandem = await startedTandem();
const browser = await chromium.launch({ executablePath, args });
try {
  const { name, file } = largeJourney(NODES);
  const answer = await fetch(`${tandem.url}/api/realms/alpha/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(file),
  });
  if (answer.status !== 200) throw new Error(`The import was refused: ${await answer.text()}`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(`${tandem.url}/realms/alpha/journeys/${name}`);
  await page.locator('.react-flow__node').first().waitFor();
  const cdp = await page.context().newCDPSession(page);
  const memory = async (): Promise<{ heap: number; nodes: number; listeners: number }> => {
    await page.waitForTimeout(1_000);
    for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (metric: string) => metrics.find((each) => each.name === metric)?.value ?? Number.NaN;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  await cdp.send('Performance.enable');
  // What is loaded when it is first used is no growth, nor is the history itself: undone steps can be done again, and are kept for that.
  await edit(page, AT_ONCE);
  await undoAll(page);
  const before = await memory();
  let steps = 0;
  for (let done = 0; done < EDITS; done += AT_ONCE) {
    await edit(page, Math.min(AT_ONCE, EDITS - done));
    steps += await undoAll(page);
  }
  const state = await page.getByRole('banner').textContent();
  const after = await memory();
  table([
    [`${NODES} nodes: steps made and taken back`, steps],
    ['heap before in KB', before.heap / KB],
    ['heap after in KB', after.heap / KB],
    ['DOM nodes before', before.nodes],
    ['DOM nodes after', after.nodes],
    ['event listeners before', before.listeners],
    ['event listeners after', after.listeners],
  ]);
  ratio('heap after to before', after.heap / before.heap);
  if (/Unsaved/.test(state ?? '')) throw new Error('The journey is not what it was before.');
  if (after.heap / before.heap > MOST || steps < EDITS * 0.95) {
    process.stdout.write(`  More than ${MOST}, or too few steps.\n`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await tandem.end();
}
