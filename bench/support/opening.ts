import type { Browser, CDPSession, Page } from '@playwright/test';
import { median } from './report.ts';

/** Nothing changed in the page for this long, and no task was long: it is idle. In ms. */
const QUIET = 400;
const VIEWPORT = { width: 1280, height: 800 };
const PAN_STEPS = 60;

/** Runs before the page's own scripts: notes when the page last changed, or last worked for more than 50 ms. */
const WATCH = `
  globalThis.lastChange = 0;
  new MutationObserver(() => { globalThis.lastChange = performance.now(); }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.lastChange = Math.max(globalThis.lastChange, task.startTime + task.duration);
  }).observe({ type: 'longtask' });
`;
const CALM = `performance.now() - globalThis.lastChange > ${QUIET}`;
const DRAWN = `(() => {
  const nodes = [...document.querySelectorAll('.react-flow__node')];
  return nodes.length > 0 && nodes.every((node) => node.style.visibility !== 'hidden') && performance.now() - globalThis.lastChange > ${QUIET};
})()`;
/** A point of the empty canvas that has room to its left. */
const EMPTY = `(() => {
  for (let y = 200; y < 700; y += 10)
    for (let x = 1000; x > 500; x -= 10) if (document.elementFromPoint(x, y)?.matches('.react-flow__pane')) return { x, y };
  return null;
})()`;
const FRAMES = `
  globalThis.frames = [];
  globalThis.tick = (time) => { globalThis.frames.push(time); globalThis.next = requestAnimationFrame(globalThis.tick); };
  globalThis.next = requestAnimationFrame(globalThis.tick);
`;

export interface Opening {
  /** From navigation until everything in the viewport is drawn and the page is idle. */
  ms: number;
  /** Time of a core that the page's main thread took for that. In ms. */
  work: number;
  /** Cards in the page. */
  nodes: number;
  /** Elements of the whole page, at zoom 1. */
  elements: number;
  /** Time between two frames while the canvas is dragged: the middle one, and the 95th of 100. */
  frame: number;
  slowFrame: number;
}

/** Opens an address in a profile of its own, so that nothing is cached. */
export async function open(browser: Browser, url: string, toZoomOne: (page: Page) => Promise<void>): Promise<Opening> {
  // Conditions to wait for are text, which the designer's content security policy would refuse.
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    const cdp = await watched(page);
    await page.goto(url, { waitUntil: 'commit' });
    await idle(page);
    const ms = await page.evaluate<number>('globalThis.lastChange');
    const work = await busy(cdp);
    await toZoomOne(page);
    await idle(page);
    const nodes = await page.evaluate<number>(`document.querySelectorAll('.react-flow__node').length`);
    const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`);
    return { ms, work, nodes, elements, ...(await pan(page)) };
  } finally {
    await context.close();
  }
}

/**
 * Shows a graph in a page that is open already: what showing it costs beside loading and starting the page.
 *
 * @param steps expressions for what is clicked or called, each as soon as it is there and the page is idle; the last one shows the graph
 */
export async function showWithin(
  browser: Browser,
  url: string,
  steps: readonly { on: string; call: 'click' | 'show' }[],
): Promise<{ ms: number; work: number }> {
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    const cdp = await watched(page);
    await page.goto(url);
    let [begin, before] = [0, 0];
    for (const { on, call } of steps) {
      await page.waitForFunction(`typeof (${on})?.${call} === 'function' && ${CALM}`, undefined, { polling: 50, timeout: 90_000 });
      before = await busy(cdp);
      begin = await page.evaluate<number>(`(() => { const begin = performance.now(); (${on}).${call}(); return begin; })()`);
    }
    await idle(page);
    return { ms: (await page.evaluate<number>('globalThis.lastChange')) - begin, work: (await busy(cdp)) - before };
  } finally {
    await context.close();
  }
}

async function watched(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return cdp;
}

/** Time of a core that the page's main thread took so far, in ms. */
async function busy(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
}

async function idle(page: Page): Promise<void> {
  await page.waitForFunction(DRAWN, undefined, { polling: 50, timeout: 90_000 });
}

async function pan(page: Page): Promise<{ frame: number; slowFrame: number }> {
  const from = await page.evaluate<{ x: number; y: number } | null>(EMPTY);
  if (!from) throw new Error('There is no empty place on the canvas to drag it by.');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(FRAMES);
  for (let step = 1; step <= PAN_STEPS; step++) await page.mouse.move(from.x - step * 8, from.y);
  const times = await page.evaluate<number[]>('(cancelAnimationFrame(globalThis.next), globalThis.frames)');
  await page.mouse.up();
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const sorted = [...gaps].sort((a, b) => a - b);
  return { frame: median(gaps), slowFrame: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
}
