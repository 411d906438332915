import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { EngineEvent, Input, SimulationState } from '@tandem/engine';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { realmWith } from '../testing/realm.ts';
import { createRunStore } from './run-database.ts';
import type { StoredStep } from './run-store.ts';
import { createSealer } from './sealer.ts';
import { openSqlite } from './sqlite.ts';

async function opened() {
  const database = await openSqlite(join(temporaryFolder(), 'tandem.db'));
  return { runs: createRunStore(database, createSealer(randomBytes(32))), database };
}

const simulation = (id: string, createdAt = '2026-11-22T10:00:00.000Z') => ({
  id,
  realm: 'alpha',
  createdAt,
  clockMode: 'virtual' as const,
  rate: 0,
  body: { latency: { Status: 5 } },
});
const event = (seq: number): EngineEvent => ({ seq, at: 1_700_000_000_000 + seq, kind: 'log', message: `event ${seq}`, patch: [[['now'], seq]] });
const step = (id: string, n: number, seqs: number[]): StoredStep => ({
  simulation: id,
  n,
  at: 1_700_000_000_000 + n,
  input: { kind: 'clock' } as Input,
  events: seqs.map(event),
});

describe('run store', () => {
  it('keeps simulations, newest first', async () => {
    const { runs, database } = await opened();
    const first = await runs.createSimulation({ ...simulation('one', '2026-11-22T10:00:00.000Z'), snapshot: realmWith('alpha', ['A']) });
    await runs.createSimulation({ ...simulation('two', '2026-11-22T11:00:00.000Z'), clockMode: 'real', snapshot: null });
    expect((await runs.listSimulations()).map(({ id }) => id)).toEqual(['two', 'one']);
    expect(await runs.getSimulation('one')).toEqual(first);
    expect(await runs.getSimulation('two')).toMatchObject({ clockMode: 'real', snapshotHash: null });
    expect(await runs.getSimulation('three')).toBeUndefined();
    await expect(runs.createSimulation({ ...simulation('one'), snapshot: null })).rejects.toThrow();
    await database.close();
  });

  it('keeps a realm copy once and as long as a simulation runs it', async () => {
    const { runs, database } = await opened();
    const a = await runs.createSimulation({ ...simulation('a'), snapshot: realmWith('alpha', ['A']) });
    const b = await runs.createSimulation({ ...simulation('b'), snapshot: realmWith('alpha', ['A']) });
    const hash = a.snapshotHash ?? '';
    expect(b.snapshotHash).toBe(hash);
    expect(await runs.readSnapshot(hash)).toEqual(realmWith('alpha', ['A']));
    expect(await runs.deleteSimulation('a')).toBe(true);
    expect(await runs.readSnapshot(hash)).toBeDefined();
    await runs.deleteSimulation('b');
    expect(await runs.readSnapshot(hash)).toBeUndefined();
    expect(await runs.deleteSimulation('b')).toBe(false);
    await database.close();
  });

  it('updates rate and data apart', async () => {
    const { runs, database } = await opened();
    await runs.createSimulation({ ...simulation('a'), snapshot: null });
    await runs.updateClock('a', { rate: 60 });
    await runs.updateClock('a', { body: { anchor: 1 } });
    expect(await runs.getSimulation('a')).toMatchObject({ rate: 60, body: { anchor: 1 } });
    expect(await runs.updateClock('b', { rate: 1 })).toBe(false);
    expect(await runs.updateClock('a', {})).toBe(true);
    await database.close();
  });

  it('reads steps back in order, from any point', async () => {
    const { runs, database } = await opened();
    await runs.appendSteps([step('a', 1, [1, 2]), step('b', 1, [1]), step('a', 2, []), step('a', 3, [3])]);
    expect(await runs.readSteps('a')).toEqual([step('a', 1, [1, 2]), step('a', 2, []), step('a', 3, [3])]);
    expect((await runs.readSteps('a', 1, 1)).map(({ n }) => n)).toEqual([2]);
    expect(await runs.readSteps('b', 1)).toEqual([]);
    await database.close();
  });

  it('keeps what follows one another in a simulation in one row, and reads from the middle of it', async () => {
    const { runs, database } = await opened();
    const steps = Array.from({ length: 150 }, (_, index) => step('a', index + 1, [index + 1]));
    await runs.appendSteps([...steps, step('b', 1, [1])]);
    const rows = await database.db.selectFrom('step').select(['simulation', 'n', 'seq_from', 'seq_to']).orderBy('simulation').orderBy('n').execute();
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['a', 64, 1, 64],
      ['a', 128, 65, 128],
      ['a', 150, 129, 150],
      ['b', 1, 1, 1],
    ]);
    expect(await runs.readSteps('a', 100, 50)).toEqual(steps.slice(100));
    expect((await runs.readSteps('a', 60, 10)).map(({ n }) => n)).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
    await database.close();
  });

  it('appends a batch as a whole or not at all', async () => {
    const { runs, database } = await opened();
    await runs.appendSteps([step('a', 1, [1])]);
    await expect(runs.appendSteps([step('b', 1, [1]), step('a', 1, [2])])).rejects.toThrow();
    expect(await runs.readSteps('b')).toEqual([]);
    await runs.appendSteps([]);
    await database.close();
  });

  it('finds events after a seq, in the middle of a step too, up to the limit', async () => {
    const { runs, database } = await opened();
    await runs.appendSteps([step('a', 1, [1, 2, 3]), step('a', 2, []), step('a', 3, [4, 5]), step('b', 1, [1])]);
    const seqs = async (after: number, limit?: number) => (await runs.eventsAfter('a', after, limit)).map(({ seq }) => seq);
    expect(await seqs(0)).toEqual([1, 2, 3, 4, 5]);
    expect(await seqs(2)).toEqual([3, 4, 5]);
    expect(await seqs(1, 3)).toEqual([2, 3, 4]);
    expect(await seqs(5)).toEqual([]);
    expect([await runs.latestSeq('a'), await runs.latestSeq('none')]).toEqual([5, 0]);
    await database.close();
  });

  it('pages through many steps', async () => {
    const { runs, database } = await opened();
    await runs.appendSteps(Array.from({ length: 900 }, (_, index) => step('a', index + 1, [index + 1])));
    expect(await runs.eventsAfter('a', 100, 500)).toHaveLength(500);
    expect((await runs.eventsAfter('a', 100)).at(-1)?.seq).toBe(900);
    await database.close();
  });

  it('keeps the newest checkpoint only', async () => {
    const { runs, database } = await opened();
    const state = (seq: number) => ({ now: seq, seq }) as SimulationState;
    expect(await runs.latestCheckpoint('a')).toBeUndefined();
    await runs.putCheckpoint('a', 10, JSON.stringify(state(10)));
    await runs.putCheckpoint('a', 20, JSON.stringify(state(20)));
    expect(await runs.latestCheckpoint('a')).toEqual({ n: 20, state: state(20) });
    expect(await database.db.selectFrom('checkpoint').selectAll().execute()).toHaveLength(1);
    await database.close();
  });

  it('keeps nothing of a run in plain text', async () => {
    const { runs, database } = await opened();
    await runs.appendSteps([step('a', 1, [1])]);
    await runs.putCheckpoint('a', 1, '{"now":7}');
    const rows = [
      ...(await database.db.selectFrom('step').select(['input', 'events']).execute()),
      ...(await database.db.selectFrom('checkpoint').select('state').execute()),
    ];
    const texts = rows.flatMap((row) => Object.values(row)).filter((text) => text !== '');
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toMatch(/^a1\.[\w-]+$/);
    await database.close();
  });

  it('reads rows from before they were encrypted', async () => {
    const { runs, database } = await opened();
    const { input, events, ...row } = step('a', 1, [1]);
    await database.write('fast', async (trx) => {
      const texts = { input: JSON.stringify(input), events: JSON.stringify(events) };
      await trx
        .insertInto('step')
        .values({ ...row, ...texts, seq_from: 1, seq_to: 1 })
        .execute();
      await trx.insertInto('checkpoint').values({ simulation: 'a', n: 1, state: '{"seq":1}' }).execute();
    });
    expect(await runs.readSteps('a')).toEqual([step('a', 1, [1])]);
    expect(await runs.eventsAfter('a', 0)).toEqual(events);
    expect((await runs.latestCheckpoint('a'))?.state).toEqual({ seq: 1 });
    await database.close();
  });

  it('deletes everything of a simulation and nothing of others', async () => {
    const { runs, database } = await opened();
    for (const id of ['a', 'b']) {
      await runs.createSimulation({ ...simulation(id), snapshot: null });
      await runs.appendSteps([step(id, 1, [1])]);
      await runs.putCheckpoint(id, 1, '{"seq":1}');
    }
    await runs.deleteSimulation('a');
    expect([await runs.readSteps('a'), await runs.latestCheckpoint('a')]).toEqual([[], undefined]);
    expect([(await runs.readSteps('b')).length, (await runs.latestCheckpoint('b'))?.n]).toEqual([1, 1]);
    await database.close();
  });
});
