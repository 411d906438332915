import { describe, expect, it } from 'vitest';
import { startSimulator, type TestSimulator } from '../testing/simulator.ts';
import { sweep } from './retention.ts';

/** A simulation that is kept, and that nobody can load: one of its steps is missing. */
async function broken(simulator: TestSimulator): Promise<string> {
  const run = await simulator.create();
  await run.start('BackchannelMain');
  const { realm, snapshotHash, body } = (await simulator.simulations.get(run.id)).stored;
  const [first, , third] = await simulator.runs.readSteps(run.id);
  if (!first || !third) throw new Error('Too few steps.');
  const id = 'broken';
  await simulator.runs.appendSteps([first, third].map((step) => ({ ...step, simulation: id })));
  const rest = { clockMode: 'virtual' as const, rate: 0, body, snapshot: null, snapshotHash: String(snapshotHash), realms: [] };
  await simulator.runs.createSimulation({ id, realm, createdAt: '2020-01-01T00:00:00.000Z', ...rest });
  await expect(simulator.simulations.get(id)).rejects.toThrow(/step 2 is missing/);
  return id;
}

describe('a simulation that cannot be loaded', () => {
  it('is deleted all the same', async () => {
    const simulator = await startSimulator();
    const id = await broken(simulator);
    expect((await simulator.call('DELETE', `/api/simulations/${id}`)).status).toBe(204);
    expect(await simulator.runs.getSimulation(id)).toBeUndefined();
    expect((await simulator.call('DELETE', `/api/simulations/${id}`)).status).toBe(404);
  });

  it('keeps no other one from being deleted for its age', async () => {
    const simulator = await startSimulator();
    await simulator.create();
    await simulator.create();
    const ids = (await simulator.simulations.list()).map(({ id }) => id);
    const removed: string[] = [];
    const remove = async (id: string): Promise<void> => {
      removed.push(id);
      if (removed.length === 1) throw new Error('cannot be read');
    };
    const wall = (): number => Date.now() + 86_400_000 * 3;
    await sweep({ runs: simulator.runs, retention: { days: 1, most: 0 }, used: () => false, remove, wall });
    expect(removed).toEqual(ids);
  });
});
