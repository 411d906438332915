import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

const VIEWPORT = { width: 1280, height: 800 };
/** Nothing changed in the page for so long: it is idle. In ms. */
const QUIET = 400;

/**
 * Runs before the page's own scripts: notes when the page last changed or worked for long, when the newest events and the canvases were there, when
 * the whole log was, and when the row of each event was first part of a frame.
 */
const WATCH = `
  globalThis.lastChange = 0;
  globalThis.marks = {};
  globalThis.rowAt = {};
  const epoch = () => performance.timeOrigin + performance.now();
  const note = () => {
    globalThis.lastChange = performance.now();
    const rows = document.querySelectorAll('.sim-event-row');
    if (rows.length === 0) return;
    if (document.querySelector('.react-flow__node')) globalThis.marks.shown ??= performance.now();
    if (!document.querySelector('.sim-events > header')?.textContent.includes('reading the earlier')) globalThis.marks.whole ??= performance.now();
    const fresh = [...rows].map((row) => row.id).filter((id) => !(id in globalThis.rowAt));
    for (const id of fresh) globalThis.rowAt[id] = null;
    if (fresh.length > 0) requestAnimationFrame(() => { for (const id of fresh) globalThis.rowAt[id] = epoch(); });
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.lastChange = Math.max(globalThis.lastChange, task.startTime + task.duration);
  }).observe({ type: 'longtask' });
`;
const FRAMES = `
  globalThis.frames = [];
  globalThis.tick = (time) => { globalThis.frames.push(time); globalThis.next = requestAnimationFrame(globalThis.tick); };
  globalThis.next = requestAnimationFrame(globalThis.tick);
`;

export interface Workbench {
  page: Page;
  /** From navigation until the newest events and a canvas were drawn, and until the whole log was there. In ms. */
  shown: number;
  whole: number;
  /** Time of a core that the page's main thread took so far. In ms. */
  work(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a simulation in a profile of its own, so that nothing is cached, and waits until its whole log is there and the page idle. */
export async function openWorkbench(browser: Browser, url: string): Promise<Workbench> {
  // Conditions to wait for are text, which the designer's content security policy would refuse.
  const context: BrowserContext = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(`marks.shown && marks.whole && performance.now() - lastChange > ${QUIET}`, undefined, { polling: 50, timeout: 90_000 });
  const { shown, whole } = await page.evaluate<{ shown: number; whole: number }>('marks');
  return { page, shown, whole, work: () => busy(cdp), close: () => context.close() };
}

async function busy(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
}

export interface Frames {
  /** Times between two frames, in ms. */
  gaps: number[];
  /** Of the page's main thread, in ms for each second. */
  work: number;
}

/** Frames of the page while something is done. */
export async function framesOf({ page, work }: Workbench, during: () => Promise<void>): Promise<Frames> {
  await page.evaluate(FRAMES);
  const [begun, before] = [performance.now(), await work()];
  await during();
  const after = await work();
  const seconds = (performance.now() - begun) / 1000;
  const times = await page.evaluate<number[]>('(cancelAnimationFrame(globalThis.next), globalThis.frames)');
  return { gaps: times.slice(1).map((time, index) => time - (times[index] ?? time)), work: (after - before) / seconds };
}

const COUNT_MOMENTS = `(() => {
  const scrubber = document.querySelector('.sim-scrubber');
  globalThis.moments = new Set();
  globalThis.counting = new MutationObserver(() => globalThis.moments.add(scrubber.getAttribute('aria-valuenow')));
  globalThis.counting.observe(scrubber, { attributes: true });
})()`;
const LEAST_MOMENTS = 5;

/**
 * Drags along the time axis, from one end to the other and back, for so long.
 *
 * @throws Error when that led to hardly a moment, so that nothing was measured
 */
export async function scrub({ page }: Workbench, ms: number): Promise<void> {
  const box = await page.locator('.sim-scrubber').boundingBox();
  if (!box) throw new Error('There is no time axis to drag along.');
  const y = box.y + box.height / 2;
  // Right of now there is no moment.
  const at = (part: number) => box.x + 2 + box.width * 0.7 * part;
  await page.evaluate(COUNT_MOMENTS);
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  const end = performance.now() + ms;
  for (let n = 0; performance.now() < end; n++) {
    const part = (n % 200) / 100;
    await page.mouse.move(at(part < 1 ? part : 2 - part), y);
  }
  await page.mouse.up();
  const moments = await page.evaluate<number>('(counting.disconnect(), moments.size)');
  if (moments < LEAST_MOMENTS) throw new Error(`Dragging along the time axis led to ${moments} moments.`);
}

/** Epoch ms at which the row of an event was part of a frame. */
export async function rowShown({ page }: Workbench, seq: number): Promise<number> {
  const row = `rowAt['sim-event-${seq}']`;
  await page.waitForFunction(row, undefined, { polling: 20, timeout: 30_000 });
  return page.evaluate<number>(row);
}
