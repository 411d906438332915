/**
 * The past of a run. Going to any moment of 10,000 events: the history that keeps states now and then; its peer folds every patch from the start.
 * Opening such a run: view and log from the server, parsed and folded; its peer gets the same bytes from a bare Node server and only parses them.
 * 200 people watching one run: from a request until the last of them has its event; the peer is a bare Node server that sends the same message to
 * as many. Needs a build (`npm run build`).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineEvent, SimulationState } from '@tandem/engine';
import { applyPatch, History, type PatchedEvent } from '@tandem/engine/view';
import { Connection, json } from './support/client.ts';
import { fileOf, recorded } from './support/longRun.ts';
import { firstRunRealm } from './support/realm.ts';
import { cpuSeconds, median, ratio, table } from './support/report.ts';
import { ended, startedServer, startedTandem } from './support/server.ts';
import { Watchers } from './support/watchers.ts';

const EVENTS = Number(process.env.EVENTS ?? 10_000);
const MOMENTS = 500;
/** Of one agent, before the transaction's time is over. */
const POLLS = 30;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const WATCHERS = Number(process.env.WATCHERS ?? 200);
const MESSAGES = 100;
const WANTED_MS = 50;

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const tandem = await startedTandem();

/** Milliseconds of one core for each of so many calls: others that want the machine meanwhile do not count. */
function timed(count: number, work: (n: number) => void): number[] {
  return Array.from({ length: count }, (_, n) => {
    const since = process.cpuUsage();
    work(n);
    return cpuSeconds(since) * 1000;
  });
}
const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
/** Places all over the run, never the same neighbourhood twice in a row. */
const place = (n: number, count: number): number => (n * 7919) % count;

const run = await recorded(await firstRunRealm(tandem.url), EVENTS, POLLS);
const flat = run.events.flat();
const { start } = run;
const history = History.from<SimulationState, EngineEvent>(start, flat);
timed(MOMENTS, (n) => history.at(place(n, flat.length)));
const moments = timed(MOMENTS, (n) => history.at(place(n, flat.length)));
const whole = timed(5, (n) => {
  let state: SimulationState = start;
  for (const event of flat.slice(0, place(n, flat.length))) state = applyPatch({ ...state, seq: event.seq }, event.patch);
});
const worst = Math.max(...moments);
table([
  ['events', flat.length],
  ['to any moment, median, µs', median(moments) * 1000],
  ['to any moment, worst of 500, µs', worst * 1000],
  ['folding from the start, median, µs', median(whole) * 1000],
]);
ratio('folding from the start to a moment', median(whole) / median(moments));
ratio(`worst moment to the ${WANTED_MS} ms wanted`, worst / WANTED_MS);

const connection = new Connection(new URL(tandem.url));
const { id } = await json(connection, '/api/simulations/files', fileOf(run));
const log = join(folder, 'log.json');
const paths = [`/api/simulations/${String(id)}/view`, ...pages()];
writeFileSync(log, JSON.stringify(await Promise.all(paths.map(async (path) => (await fetch(tandem.url + path)).json()))));
const bare = await startedServer(['--import', 'tsx', 'bench/support/bareWatch.ts'], { ANSWER: log });
try {
  const opening = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    opening.ours.push(await elapsed(() => opened(tandem.url)));
    opening.peer.push(await elapsed(async () => void (await (await fetch(bare.url)).json())));
  }
  table([
    ['opening the run, ms', median(opening.ours)],
    ['the same bytes from a bare server, ms', median(opening.peer)],
  ]);
  ratio('opening to a bare server', median(opening.ours) / median(opening.peer));
  ratio('opening to the second wanted', median(opening.ours) / 1000);

  const ours = await watched(tandem.url, `/api/events?topics=sim:${String(id)}`, async () => {
    // Each is one event of the run.
    const answer = await fetch(`${tandem.url}/api/simulations/${String(id)}/latency`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"latency":{"success":5}}',
    });
    await answer.arrayBuffer();
  });
  const message = JSON.stringify({ simulation: id, event: flat.at(-1) });
  const theirs = await watched(bare.url, '/events', async () => {
    await (await fetch(bare.url, { method: 'POST', body: message })).arrayBuffer();
  });
  table([
    [`request until the last of ${WATCHERS} has it, median, ms`, median(ours)],
    ['the same, 95 of 100, ms', percentile(ours, 0.95)],
    ['a bare server, median, ms', median(theirs)],
  ]);
  ratio('watching to a bare server', median(ours) / median(theirs));
  ratio('95 of 100 to the 100 ms wanted', percentile(ours, 0.95) / 100);
} finally {
  connection.close();
  await ended(bare.child);
  await tandem.end();
  rmSync(folder, { recursive: true, force: true });
}

function pages(): string[] {
  return Array.from({ length: Math.ceil(flat.length / 10_000) }, (_, page) => `/api/simulations/${String(id)}/log?after=${page * 10_000}`);
}

/** As the designer opens a run: the view, the whole log, the newest moment. */
async function opened(url: string): Promise<void> {
  const [view, ...logs] = await Promise.all(paths.map(async (path) => (await fetch(url + path)).json()));
  const told = (logs as { events: PatchedEvent[] }[]).flatMap((page) => page.events);
  const { initial } = view as { initial: SimulationState };
  History.from<SimulationState, PatchedEvent>(initial, told).at(told.length);
}

async function elapsed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** @returns for each message the time until the last of all watchers has it */
async function watched(url: string, path: string, send: () => Promise<void>): Promise<number[]> {
  const watchers = new Watchers();
  await watchers.open(WATCHERS, url + path);
  for (let n = 0; n < 10; n++) await Promise.all([send(), watchers.all(1)]);
  const times: number[] = [];
  for (let n = 0; n < MESSAGES; n++) times.push(await elapsed(async () => void (await Promise.all([send(), watchers.all(1)]))));
  watchers.close();
  return times;
}
