import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Deletes a simulation with its steps, and the realm copies that no other one runs or ran. @returns whether there was one */
export async function deleteSimulation(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const row = await trx.selectFrom('simulation').select('snapshot_hash').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return false;
  const ran = await trx.selectFrom('simulation_realm').select('hash').where('simulation', '=', id).execute();
  for (const table of ['step', 'checkpoint', 'base', 'simulation_realm'] as const) await trx.deleteFrom(table).where('simulation', '=', id).execute();
  await trx.deleteFrom('simulation').where('id', '=', id).execute();
  const hashes = new Set([row.snapshot_hash, ...ran.map(({ hash }) => hash)].filter((hash) => hash !== null));
  for (const hash of hashes) await deleteUnused(trx, hash);
  return true;
}

async function deleteUnused(trx: Transaction<Tables>, hash: string): Promise<void> {
  const runs = await trx.selectFrom('simulation').select('id').where('snapshot_hash', '=', hash).executeTakeFirst();
  const ran = await trx.selectFrom('simulation_realm').select('simulation').where('hash', '=', hash).executeTakeFirst();
  if (runs === undefined && ran === undefined) await trx.deleteFrom('realm_snapshot').where('hash', '=', hash).execute();
}
