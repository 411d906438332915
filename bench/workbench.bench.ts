/**
 * The workbench in a real browser. Opening a run of 10,000 events: until its newest events and the journey are drawn, and until every moment can be
 * gone to; the peer is the same page with a run of a hundred events. Frames: the 95th of 100 while 50 events a second come in (of a run under way, beside
 * the 10,000; and of settings, in the list of the long run), and while somebody drags along the time axis of 10,000 events, to that of the same page
 * when nothing happens, in turn with it. And the time from a request until the event that it caused is in a frame. Needs a build (`npm run build`).
 */
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { Connection, json } from './support/client.ts';
import { ENDPOINT, pendingWait } from './support/helpDesk.ts';
import { fileOf, patient, recorded } from './support/longRun.ts';
import { firstRunRealm } from './support/realm.ts';
import { median, ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';
import { type Frames, framesOf, openWorkbench, rowShown, scrub, type Workbench } from './support/workbenchPage.ts';

const EVENTS = Number(process.env.EVENTS ?? 10_000);
const FEW = 100;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** Of one measurement of frames, in ms. */
const SPELL = Number(process.env.SPELL ?? 4000);
const EVENTS_A_SECOND = 50;
/** A poll and the clock that is moved for it. */
const EVENTS_OF_A_POLL = 5;
const POLL_MS = 3001;
const REQUESTS = 40;
const MOST = 1.5;
const WANTED_MS = 100;
const system = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(system) ? system : undefined);
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

const tandem = await startedTandem();
const connection = new Connection(new URL(tandem.url));
const browser = await chromium.launch({ executablePath, args });
try {
  const realm = patient(await firstRunRealm(tandem.url), EVENTS);
  const [long, short] = [await imported(EVENTS), await imported(FEW)];
  await opening(long, short);
  await reading(long);
  await settings(long);
  await underWay(long);
  process.stdout.write(`  load ${loadavg()[0]?.toFixed(1)}\n`);

  /** A simulation with one run of so many events. */
  async function imported(events: number): Promise<string> {
    const run = await recorded(realm, events, Number.POSITIVE_INFINITY);
    return String((await json(connection, '/api/simulations/files', fileOf(run))).id);
  }
} finally {
  connection.close();
  await browser.close();
  await tandem.end();
}

function opened(id: string): Promise<Workbench> {
  return openWorkbench(browser, `${tandem.url}/simulations/${id}`);
}

async function opening(long: string, short: string): Promise<void> {
  const rounds: { ours: Workbench; peer: Workbench; work: number; peerWork: number }[] = [];
  // The first round warms the server up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const peer = await opened(short);
    const peerWork = await peer.work();
    await peer.close();
    const ours = await opened(long);
    const work = await ours.work();
    await ours.close();
    if (round > 0) rounds.push({ ours, peer, work, peerWork });
  }
  const shown = median(rounds.map(({ ours }) => ours.shown));
  table([
    [`${EVENTS} events: newest shown after ms`, shown],
    [`${EVENTS} events: every moment after ms`, median(rounds.map(({ ours }) => ours.whole))],
    [`${EVENTS} events: work in all, ms`, median(rounds.map(({ work }) => work))],
    [`${FEW} events: shown after ms`, median(rounds.map(({ peer }) => peer.shown))],
    [`${FEW} events: work in all, ms`, median(rounds.map(({ peerWork }) => peerWork))],
  ]);
  ratio('opening to a short run', median(rounds.map(({ ours, peer }) => ours.shown / peer.shown)));
  ratio('every moment to a short run', median(rounds.map(({ ours, peer }) => ours.whole / peer.whole)));
  ratio('opening to the second wanted', shown / 1000);
}

/** Somebody drags along the time axis. */
async function reading(long: string): Promise<void> {
  const workbench = await opened(long);
  await compared('scrubbing', workbench, () => scrub(workbench, SPELL));
  await workbench.close();
}

/** Events of no run, which the list of each one shows; and how long each takes to the screen. */
async function settings(long: string): Promise<void> {
  const workbench = await opened(long);
  let value = 0;
  const change = async (): Promise<void> => {
    const answer = await fetch(`${tandem.url}/api/simulations/${long}/latency`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ latency: { success: ++value } }),
    });
    await answer.arrayBuffer();
  };
  await compared(`${EVENTS_A_SECOND} events/s in the long list`, workbench, () => often(EVENTS_A_SECOND, change));
  await sleep(500);
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n++) {
    const before = await newest(long);
    const begun = Date.now();
    await change();
    times.push((await rowShown(workbench, before + 1)) - begun);
  }
  await workbench.close();
  table([
    ['request until its event is in a frame, median, ms', median(times)],
    ['the same, 95 of 100, ms', percentile(times, 0.95)],
  ]);
  ratio(`95 of 100 to the ${WANTED_MS} ms wanted`, percentile(times, 0.95) / WANTED_MS);
}

/** An agent polls and polls; the screen follows that run, beside the one of 10,000 events. */
async function underWay(long: string): Promise<void> {
  const endpoint = `/sim/${long}/am${ENDPOINT}`;
  let step: unknown = await pendingWait(connection, endpoint);
  const workbench = await opened(long);
  await compared(`${EVENTS_A_SECOND} events/s of a run under way`, workbench, () =>
    often(EVENTS_A_SECOND / EVENTS_OF_A_POLL, async () => {
      await json(connection, `/api/simulations/${long}/clock`, { advanceMs: POLL_MS });
      step = await json(connection, endpoint, step);
    }),
  );
  await workbench.close();
}

/** Does something so many times a second, one after the other, for a spell. */
async function often(perSecond: number, what: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  for (let n = 0; performance.now() - begun < SPELL; n++) {
    await sleep(begun + (n * 1000) / perSecond - performance.now());
    await what();
  }
}

/** Frames while something is done to those of the idle page, in turn. */
async function compared(name: string, workbench: Workbench, during: () => Promise<void>): Promise<void> {
  const rounds: { busy: Frames; idle: Frames }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const idle = await framesOf(workbench, () => sleep(SPELL));
    const busy = await framesOf(workbench, during);
    rounds.push({ busy, idle });
    await sleep(300);
  }
  const p95 = ({ gaps }: Frames): number => percentile(gaps, 0.95);
  table([
    [`${name}: frame, 95 of 100, µs`, median(rounds.map(({ busy }) => p95(busy))) * 1000],
    [`${name}: idle page, µs`, median(rounds.map(({ idle }) => p95(idle))) * 1000],
    [`${name}: work in ms a second`, median(rounds.map(({ busy }) => busy.work))],
    [`${name}: idle page`, median(rounds.map(({ idle }) => idle.work))],
  ]);
  const toIdle = median(rounds.map(({ busy, idle }) => p95(busy) / p95(idle)));
  ratio(`${name}: frame to idle`, toIdle);
  if (toIdle <= MOST) return;
  process.stdout.write(`  That is more than ${MOST}.\n`);
  process.exitCode = 1;
}

async function newest(id: string): Promise<number> {
  const view = (await (await fetch(`${tandem.url}/api/simulations/${id}/view`)).json()) as { seq: number };
  return view.seq;
}
