import type { JsonObject } from '@tandem/journey';
import { parseExport, planImport } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { firstRunRealm } from '../first-run/index.ts';
import { openStorage } from '../storage/open.ts';
import type { RealmChange } from '../storage/realm-change.ts';
import type { RunStore, StoredStep } from '../storage/run-store.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { Simulations } from './manager.ts';
import type { SimulationRuntime } from './runtime.ts';
import { RequestAbandoned } from './waiters.ts';

/** What becomes of a simulation whose runtime was closed, or could not store a step, while it was at work. */

const NODE = '00000000-0000-4000-8000-000000000001';
const EVERY_SECOND = { Round: 1000 };
/** A journey that goes round for ever: one visit a second. */
const ROUND: JsonObject = {
  tree: {
    _id: 'Round',
    treeTimeout: 1000,
    entryNodeId: NODE,
    nodes: { [NODE]: { nodeType: 'SetSessionPropertiesNode', displayName: 'Round', connections: { outcome: NODE } } },
  },
  nodes: { [NODE]: { _id: NODE, _type: { _id: 'SetSessionPropertiesNode' }, properties: {} } },
};
const request = { base: 'http://x', headers: {}, parameters: {}, cookies: {}, token: null };

interface Opened {
  simulations: Simulations;
  runs: RunStore;
  /** Refuses the next batch that has a step from this one on; once. */
  refuseFrom(step: number): void;
  /** Numbers of the steps that were kept with their state. */
  checkpoints: number[];
  reopened(): Promise<Simulations>;
}

async function opened(): Promise<Opened> {
  const storage = await openStorage(temporaryFolder());
  await storage.realms.create(firstRunRealm({ hashPassword: () => 'hash' }));
  await storage.realms.apply('alpha', ({ realm }) => {
    const { puts } = planImport(realm, parseExport(ROUND), {}, nodeKnowledge(realm));
    return { puts: puts.map(({ kind, key, value }) => ({ kind, key, body: value })) as RealmChange['puts'] };
  });
  const checkpoints: number[] = [];
  let from = Number.POSITIVE_INFINITY;
  const runs: RunStore = {
    ...storage.runs,
    async appendSteps(steps: readonly StoredStep[]) {
      if (!steps.some(({ n }) => n >= from)) return storage.runs.appendSteps(steps);
      from = Number.POSITIVE_INFINITY;
      throw new Error('disk full');
    },
    putCheckpoint(simulation, n, state) {
      checkpoints.push(n);
      return storage.runs.putCheckpoint(simulation, n, state);
    },
  };
  const all: Simulations[] = [];
  const make = (): Simulations => {
    all.push(new Simulations({ realms: storage.realms, runs, sealer: storage.sealer, effects: async () => ({ matches: false }) }));
    return all.at(-1) as Simulations;
  };
  onTestFinished(async () => {
    await Promise.all(all.map((simulations) => simulations.close()));
    await storage.close();
  });
  const simulations = make();
  return {
    simulations,
    runs: storage.runs,
    checkpoints,
    refuseFrom: (step) => {
      from = step;
    },
    async reopened() {
      await simulations.close();
      return make();
    },
  };
}

async function goingRound(simulations: Simulations): Promise<SimulationRuntime> {
  const { runtime } = await simulations.create({ realm: 'alpha', latency: EVERY_SECOND });
  const left = runtime.start({ type: 'service', journey: 'Round' }, request, null, () => undefined);
  left.catch(() => undefined);
  return runtime;
}

const numbers = async (runs: RunStore, id: string): Promise<number[]> => (await runs.readSteps(id)).map(({ n }) => n);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('a clock that is being moved', () => {
  it('stops when its simulation is deleted, and leaves nothing of it', async () => {
    const { simulations, runs } = await opened();
    const runtime = await goingRound(simulations);
    const moved = expect(runtime.moveTo({ by: 900_000 })).rejects.toBeInstanceOf(RequestAbandoned);
    await new Promise((resolve) => setImmediate(resolve));
    await simulations.delete(runtime.id);
    await moved;
    expect(await numbers(runs, runtime.id)).toEqual([]);
    expect(await runs.latestCheckpoint(runtime.id)).toBeUndefined();
    expect(await runs.getSimulation(runtime.id)).toBeUndefined();
  });

  it('stops when a step could not be stored: whoever loads the simulation meanwhile finds it whole, now and after a restart', async () => {
    const { simulations, runs, refuseFrom, reopened } = await opened();
    const runtime = await goingRound(simulations);
    refuseFrom(101);
    let over = false;
    const moved = runtime.moveTo({ by: 600_000 }).finally(() => {
      over = true;
    });
    const refused = expect(moved).rejects.toThrow();
    while (!over) {
      await simulations.get(runtime.id);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await refused;
    const { runtime: again } = await simulations.get(runtime.id);
    expect(again).not.toBe(runtime);
    await again.moveTo({ by: 5_000 });
    const { seq } = again.state;
    const kept = await numbers(runs, runtime.id);
    expect(kept).toEqual(upTo(kept.length));
    const { runtime: restarted } = await (await reopened()).get(runtime.id);
    expect(restarted.state.seq).toBe(seq);
  });
});

it('a step that was refused is in no checkpoint', async () => {
  const { simulations, runs, refuseFrom, checkpoints } = await opened();
  const { runtime } = await simulations.create({ realm: 'alpha' });
  for (let n = 1; n < 200; n++) await runtime.submit({ kind: 'latency', latency: { n } });
  refuseFrom(200);
  await expect(runtime.submit({ kind: 'latency', latency: { lost: 1 } })).rejects.toThrow('disk full');
  const { runtime: again } = await simulations.get(runtime.id);
  expect(again.state.latency).toEqual({ n: 199 });
  await again.submit({ kind: 'latency', latency: { next: 1 } });
  expect(await numbers(runs, runtime.id)).toEqual(upTo(200));
  await simulations.close();
  expect(checkpoints).toEqual([]);
});
