import type { Browser, CDPSession, Page } from '@playwright/test';
import { median } from './report.ts';

const VIEWPORT = { width: 1280, height: 800 };
const LEFT = 270;
const RIGHT = 935;
/** After the last step of the wheel a view comes to rest, and what is drawn for its zoom is drawn: a part of what zooming costs. In ms. */
const REST = 500;

/** How many steps of the pointer a gesture has, and how far the wheel is turned in one of zooming: a page of a thousand nodes takes longer for each. */
export interface Pace {
  steps: number;
  turn: number;
}

/** What a gesture costs: time of a core that the page's main thread took for one step of the pointer, and time between two frames meanwhile. In ms. */
export interface Cost {
  work: number;
  frame: number;
}

const FRAMES = `
  globalThis.frames = [];
  globalThis.tick = (time) => { globalThis.frames.push(time); globalThis.next = requestAnimationFrame(globalThis.tick); };
  globalThis.next = requestAnimationFrame(globalThis.tick);
`;
const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
/** A point of the empty canvas, or on a node, the nearest to the middle of the page on a coarse grid. */
const FIND = (what: 'pane' | 'node') => `(() => {
  const places = [];
  for (let y = 170; y < 680; y += 22) for (let x = ${LEFT + 40}; x < ${RIGHT - 40}; x += 22) places.push({ x, y, far: Math.abs(x - 600) + Math.abs(y - 400) });
  return places.sort((a, b) => a.far - b.far).find(({ x, y }) => {
    const element = document.elementFromPoint(x, y);
    return ${what === 'pane' ? `element?.matches('.react-flow__pane')` : `element?.closest('.react-flow__node') && !element.closest('.react-flow__handle, button')`};
  }) ?? null;
})()`;
const DRAWN = `document.querySelectorAll('.react-flow__node').length > 0 && [...document.querySelectorAll('.react-flow__node')].every((node) => node.style.visibility !== 'hidden')`;

interface Opened {
  page: Page;
  cdp: CDPSession;
}

/** A page of its own with the canvas at zoom 1, drawn and idle. */
export async function opened(browser: Browser, url: string, toZoomOne: (page: Page) => Promise<void>): Promise<Opened> {
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(url);
  await page.waitForFunction(DRAWN, undefined, { polling: 50, timeout: 60_000 });
  await page.waitForTimeout(1500);
  await toZoomOne(page);
  await page.waitForTimeout(500);
  return { page, cdp };
}

async function cost({ page, cdp }: Opened, gesture: () => Promise<number>, rest = 0): Promise<Cost> {
  const busy = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0;
  await page.waitForTimeout(250);
  await page.evaluate(FRAMES);
  const before = await busy();
  const steps = await gesture();
  await page.evaluate(TWO_FRAMES);
  if (rest > 0) await page.waitForTimeout(rest);
  const work = ((await busy()) - before) * 1000;
  const times = await page.evaluate<number[]>('(cancelAnimationFrame(globalThis.next), globalThis.frames)');
  return { work: work / steps, frame: median(times.slice(1).map((time, index) => time - (times[index] ?? time))) };
}

async function drag(page: Page, from: { x: number; y: number }, way: number, steps: number): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) await page.mouse.move(from.x + way * step * 5, from.y + (step % 7) * (step < steps ? 1 : 0));
  await page.mouse.up();
  return steps;
}

async function point(page: Page, what: 'pane' | 'node'): Promise<{ x: number; y: number }> {
  const found = await page.evaluate<{ x: number; y: number } | null>(FIND(what));
  if (!found) throw new Error(`There is no ${what} to drag.`);
  return found;
}

const scaleOf = (page: Page) =>
  page.evaluate<number>(`Number(/scale\\(([\\d.]+)\\)/.exec(document.querySelector('.react-flow__viewport').style.transform)?.[1] ?? 1)`);

/** Turns the wheel until the whole of a large journey is small; the same number of turns for every page that starts at the same zoom. */
async function zoomOut(page: Page, to: number, turn: number): Promise<number> {
  await page.mouse.move(600, 400);
  let turns = 0;
  for (; turns < 60 && (await scaleOf(page)) > to; turns++) await page.mouse.wheel(0, turn);
  return Math.max(1, turns);
}

export interface Gestures {
  pan: Cost;
  drag: Cost;
  zoom: Cost;
  farPan: Cost;
  /** Nodes in the page while it is zoomed out, whether they can be seen or not. */
  farNodes: number;
}

/** Pans and drags a node at zoom 1, zooms out, pans there, and zooms in again: the next round begins as this one did. */
export async function gestures(on: Opened, far: number, round: number, pace: Pace): Promise<Gestures> {
  const { page } = on;
  const way = round % 2 === 0 ? -1 : 1;
  const pane = await point(page, 'pane');
  const pan = await cost(on, () => drag(page, pane, way, pace.steps));
  const node = await point(page, 'node');
  const dragged = await cost(on, () => drag(page, node, way, pace.steps));
  let turns = 0;
  const zoom = await cost(
    on,
    async () => {
      turns = await zoomOut(page, far, pace.turn);
      return turns;
    },
    REST,
  );
  const farPane = await point(page, 'pane');
  const farPan = await cost(on, () => drag(page, farPane, way, pace.steps));
  const farNodes = await page.evaluate<number>(`document.querySelectorAll('.react-flow__node').length`);
  await drag(page, farPane, -way, pace.steps);
  await page.mouse.move(600, 400);
  for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, -pace.turn);
  await page.evaluate(TWO_FRAMES);
  return { pan, drag: dragged, zoom, farPan, farNodes };
}
