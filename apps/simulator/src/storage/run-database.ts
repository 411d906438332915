import type { EngineEvent, SimulationState } from '@tandem/engine';
import { emptyRealm, type Realm } from '@tandem/journey';
import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import { deleteSimulation } from './delete-simulation.ts';
import { eventsOf, rowsOfSteps, simulationOf, snapshotOf, stepsOf } from './run-rows.ts';
import type { RunStore } from './run-store.ts';
import { createRunTexts } from './run-texts.ts';
import type { Sealer } from './sealer.ts';
import { stepInserts } from './step-inserts.ts';
import type { Tables } from './tables.ts';

/** Steps are read in pages of this many when events are looked for. */
const PAGE = 200;

/** @param sealer whose key encrypts what is kept of steps and checkpoints */
export function createRunStore(database: Database, sealer: Pick<Sealer, 'deriveKey'>): RunStore {
  const texts = createRunTexts(sealer);
  const { db } = database;
  const insertsOf = stepInserts(db);
  const store: RunStore = {
    createSimulation: ({ snapshot, snapshotHash: kept, realms = [], ...simulation }) =>
      database.write('fast', async (trx) => {
        const snapshotHash = kept ?? (snapshot && (await keepSnapshot(trx, snapshot)));
        for (const { version, hash } of realms)
          await trx.insertInto('simulation_realm').values({ simulation: simulation.id, version, hash }).execute();
        const { id, realm, createdAt, clockMode, rate, body } = simulation;
        await trx
          .insertInto('simulation')
          .values({ id, realm, created_at: createdAt, clock_mode: clockMode, rate, body: JSON.stringify(body), snapshot_hash: snapshotHash })
          .execute();
        return { ...simulation, snapshotHash };
      }),

    async listSimulations() {
      const rows = await db.selectFrom('simulation').selectAll().orderBy('created_at', 'desc').orderBy('id').execute();
      return rows.map(simulationOf);
    },

    async getSimulation(id) {
      const row = await db.selectFrom('simulation').selectAll().where('id', '=', id).executeTakeFirst();
      return row && simulationOf(row);
    },

    async realmsOf(simulation) {
      return db.selectFrom('simulation_realm').select(['version', 'hash']).where('simulation', '=', simulation).orderBy('version').execute();
    },

    keepSnapshot: (realm) => database.write('fast', (trx) => keepSnapshot(trx, realm)),

    async readSnapshot(hash) {
      const row = await db.selectFrom('realm_snapshot').select('body').where('hash', '=', hash).executeTakeFirst();
      if (!row) return undefined;
      const kept = JSON.parse(row.body) as Realm;
      // A copy that an earlier Tandem kept lacks the kinds of resource that came since.
      return { ...emptyRealm(kept.name), ...kept };
    },

    async updateClock(id, { clockMode, rate, body }) {
      const set = {
        ...(clockMode === undefined ? {} : { clock_mode: clockMode }),
        ...(rate === undefined ? {} : { rate }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      if (Object.keys(set).length === 0) return (await store.getSimulation(id)) !== undefined;
      const result = await database.write('fast', (trx) => trx.updateTable('simulation').set(set).where('id', '=', id).executeTakeFirst());
      return result.numUpdatedRows > 0n;
    },

    async appendSteps(steps) {
      if (steps.length === 0) return;
      await database.run('fast', insertsOf(rowsOfSteps(steps, texts)));
    },

    async readSteps(simulation, after = 0, limit) {
      const query = db.selectFrom('step').selectAll().where('simulation', '=', simulation).where('n', '>', after).orderBy('n');
      const rows = await (limit === undefined ? query : query.limit(limit)).execute();
      // A row may begin before the step that is asked for.
      const found = rows.flatMap((row) => stepsOf(row, texts)).filter(({ n }) => n > after);
      return limit === undefined ? found : found.slice(0, limit);
    },

    async eventsAfter(simulation, seq, limit = 1000) {
      const found: EngineEvent[] = [];
      for (let from = seq; found.length < limit; ) {
        const rows = await db
          .selectFrom('step')
          .select(['input', 'events', 'seq_to'])
          .where('simulation', '=', simulation)
          .where('seq_to', '>', from)
          .orderBy('seq_to')
          .limit(PAGE)
          .execute();
        for (const row of rows) found.push(...eventsOf(row, texts).filter((event) => event.seq > seq));
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE) break;
        from = last.seq_to;
      }
      return found.slice(0, limit);
    },

    async latestSeq(simulation) {
      const row = await db
        .selectFrom('step')
        .select(({ fn }) => fn.max('seq_to').as('seq'))
        .where('simulation', '=', simulation)
        .executeTakeFirst();
      return Number(row?.seq ?? 0);
    },

    async putCheckpoint(simulation, n, state) {
      await database.write('fast', (trx) => putState(trx, 'checkpoint', { simulation, n, state: texts.seal(state) }));
    },

    async latestCheckpoint(simulation) {
      const row = await db
        .selectFrom('checkpoint')
        .select(['n', 'state'])
        .where('simulation', '=', simulation)
        .orderBy('n', 'desc')
        .executeTakeFirst();
      return row && { n: row.n, state: texts.read(row.state) as SimulationState };
    },

    async putBase(simulation, n, state) {
      await database.write('fast', async (trx) => {
        await putState(trx, 'base', { simulation, n, state: texts.seal(state) });
        await trx.deleteFrom('step').where('simulation', '=', simulation).where('n', '<=', n).execute();
      });
    },

    async readBase(simulation) {
      const row = await db.selectFrom('base').select(['n', 'state']).where('simulation', '=', simulation).executeTakeFirst();
      return row && { n: row.n, state: texts.read(row.state) as SimulationState };
    },

    deleteSimulation: (id) => database.write('fast', (trx) => deleteSimulation(trx, id)),
  };
  return store;
}

/** Keeps a realm copy once for all simulations that run the same. @returns its name */
async function keepSnapshot(trx: Transaction<Tables>, realm: Realm): Promise<string> {
  const copy = snapshotOf(realm);
  await trx
    .insertInto('realm_snapshot')
    .values(copy)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  return copy.hash;
}

/** Keeps a simulation's state in place of the one before. */
async function putState(
  trx: Transaction<Tables>,
  table: 'checkpoint' | 'base',
  kept: { simulation: string; n: number; state: string },
): Promise<void> {
  await trx.deleteFrom(table).where('simulation', '=', kept.simulation).execute();
  await trx.insertInto(table).values(kept).execute();
}
