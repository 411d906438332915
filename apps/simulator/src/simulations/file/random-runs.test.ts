import { describe, expect, it } from 'vitest';
import { additionsOf, changeOf } from '../../archetypes/add.ts';
import { freshIds, withTexts } from '../../archetypes/archetype.ts';
import { archetypes } from '../../archetypes/index.ts';
import { addJourney } from '../../first-run/journeyBuilder.ts';
import { backchannelMain } from '../../first-run/journeys/backchannelMain.ts';
import { RandomRun } from '../../testing/randomRun.ts';
import { startSimulator, type TestSimulator } from '../../testing/simulator.ts';
import { randomOf } from '../../testing/walker.ts';

/**
 * `TANDEM_RANDOM_RUNS=1000 TANDEM_RANDOM_SEED=7 vitest run random-runs` runs so many, from that seed on. In each portion the server is killed once
 * in the middle of everything.
 */
const RUNS = Number(process.env.TANDEM_RANDOM_RUNS ?? 24);
const SEED = Number(process.env.TANDEM_RANDOM_SEED ?? 1);
const PORTION = 24;
const LANES = 8;
const LEAST_INPUTS = 30;

type Json = Record<string, unknown>;
interface Made {
  id: string;
  seed: number;
  secrets: boolean;
  file: Json;
  events: string[];
}

/** The login pair and the help desk pair of the first start, one with a push, and two journeys that send mail. */
async function journeys(simulator: TestSimulator): Promise<void> {
  for (const [kind, main] of [
    ['ciba-push', 'Push'],
    ['email-otp', 'Otp'],
    ['magic-link', 'Link'],
  ] as const) {
    const archetype = archetypes.find(({ id }) => id === kind);
    if (!archetype) throw new Error(kind);
    await simulator.change((realm) => changeOf(additionsOf(archetype, { main }, realm)));
  }
  await simulator.change((realm) => {
    const starter = { ...withTexts(backchannelMain, new Map([...freshIds([backchannelMain]), ['BackchannelLogin', 'Push']])), name: 'Starter' };
    const more = { ...realm, journeys: { ...realm.journeys }, nodes: { ...realm.nodes } };
    addJourney(more, starter);
    const nodes = Object.entries(more.nodes).map(([key, body]) => ({ kind: 'nodes' as const, key, body }));
    return { puts: [...nodes, { kind: 'journeys', key: 'Starter', body: more.journeys.Starter! }] };
  });
}

/** So many at a time. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

const inputsOf = async (simulator: TestSimulator, id: string): Promise<number> => (await simulator.runs.readSteps(id)).length;
const eventsOf = async (simulator: TestSimulator, id: string): Promise<string[]> =>
  (await simulator.runs.eventsAfter(id, 0, 100_000)).map((event) => JSON.stringify(event));

/** Without secrets, unless the way of the run depends on them: then the server says so. */
async function exported(simulator: TestSimulator, id: string, secrets: boolean): Promise<{ file: Json; secrets: boolean }> {
  const { status, body } = await simulator.call('GET', `/api/simulations/${id}/file${secrets ? '?secrets=true' : ''}`);
  if (status === 200) return { file: body, secrets };
  expect([status, secrets, JSON.stringify(body)]).toEqual([409, false, expect.stringContaining('secrets=true')]);
  return exported(simulator, id, true);
}

async function played(from: TestSimulator, seeds: readonly number[]): Promise<{ simulator: TestSimulator; made: Made[] }> {
  const runs: { seed: number; run: RandomRun; random: () => number }[] = [];
  await inLanes(seeds, async (seed) => {
    const random = randomOf(seed);
    runs.push({ seed, random, run: await RandomRun.begin(from, random) });
  });
  await inLanes(runs, async ({ run, random }) => {
    for (let moves = 6 + Math.floor(random() * 16); moves > 0; moves--) await run.move();
  });
  // In mid-run, with requests on their way.
  const under = Promise.allSettled(runs.slice(0, LANES).map(({ run }) => run.move()));
  const simulator = await from.kill();
  await under;
  const made: Made[] = [];
  await inLanes(runs, async ({ seed, run, random }) => {
    run.moveTo(simulator);
    for (let moves = 0; moves < 12 || (moves < 400 && (moves % 4 !== 0 || (await inputsOf(simulator, run.id)) < LEAST_INPUTS)); moves++)
      await run.move();
    await run.finish();
    await simulator.simulations.settled(run.id);
    expect(await inputsOf(simulator, run.id), `inputs of seed ${seed}`).toBeGreaterThanOrEqual(LEAST_INPUTS);
    let { id } = run;
    if (random() < 0.15) {
      const at = 1 + Math.floor(random() * Number((await simulator.call('GET', `/api/simulations/${id}`)).body.seq));
      const fork = await simulator.call('POST', `/api/simulations/${id}/forks`, { at, replay: true });
      expect([fork.status, JSON.stringify(fork.body)]).toEqual([201, expect.any(String)]);
      id = String(fork.body.id);
      await simulator.simulations.settled(id);
    }
    made.push({ id, seed, events: await eventsOf(simulator, id), ...(await exported(simulator, id, random() < 0.6)) });
  });
  return { simulator, made };
}

describe('random runs', () => {
  it('replay byte-equal after export, restart and import', { timeout: 120_000 + RUNS * 8000 }, async () => {
    const began = Date.now();
    const figures = { runs: 0, inputs: 0, events: 0, kills: 0, withSecrets: 0 };
    for (let first = 0; first < RUNS; first += PORTION) {
      const seeds = Array.from({ length: Math.min(PORTION, RUNS - first) }, (_, index) => SEED * 100_000 + first + index);
      const here = await startSimulator();
      await journeys(here);
      const { simulator, made } = await played(here, seeds);
      const restarted = await simulator.restart();
      const there = await startSimulator();
      const ids = new Map<number, string>();
      await inLanes(made, async ({ id, seed, secrets, file, events }) => {
        const about = `seed ${seed}, simulation ${id}`;
        expect(await eventsOf(restarted, id), about).toEqual(events);
        expect((await exported(restarted, id, secrets)).file, about).toMatchObject({ digest: file.digest, trace: file.trace });
        const { status, body } = await there.call('POST', '/api/simulations/files', file);
        expect([status, body.verified], `${about}: ${JSON.stringify(body)}`).toEqual([201, expect.objectContaining({ digest: file.digest })]);
        ids.set(seed, String(body.id));
        const opened = await eventsOf(there, String(body.id));
        if (secrets) expect(opened, about).toEqual(events);
        else expect(opened, about).toHaveLength(events.length);
        figures.inputs += (file.inputs as unknown[]).length;
        figures.events += events.length;
        figures.withSecrets += secrets ? 1 : 0;
      });
      const again = await there.restart();
      await inLanes(made, async ({ seed, secrets, file }) => {
        const { digest, trace } = (await exported(again, ids.get(seed) ?? '', secrets)).file;
        expect({ digest, trace }, `seed ${seed}, opened elsewhere`).toEqual({ digest: file.digest, trace: file.trace });
      });
      figures.runs += made.length;
      figures.kills += 1;
      if (process.env.TANDEM_RANDOM_RUNS)
        process.stdout.write(`${JSON.stringify({ seed: SEED, seconds: (Date.now() - began) / 1000, ...figures })}\n`);
      await Promise.all([restarted, again].map((server) => server.close()));
    }
    expect(figures.runs).toBe(RUNS);
  });
});
