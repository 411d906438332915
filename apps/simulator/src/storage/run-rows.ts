import { createHash } from 'node:crypto';
import type { EngineEvent, Input } from '@tandem/engine';
import type { JsonObject, Realm } from '@tandem/journey';
import type { Selectable } from 'kysely';
import type { StoredSimulation, StoredStep } from './run-store.ts';
import type { RunTexts } from './run-texts.ts';
import type { SimulationTable, StepTable } from './tables.ts';

/** Between rows and what the run store answers. Rows are trusted: nobody but this file writes them. */

export function simulationOf(row: Selectable<SimulationTable>): StoredSimulation {
  return {
    id: row.id,
    realm: row.realm,
    createdAt: row.created_at,
    clockMode: row.clock_mode === 'real' ? 'real' : 'virtual',
    rate: row.rate,
    body: JSON.parse(row.body) as JsonObject,
    snapshotHash: row.snapshot_hash,
  };
}

/** Most steps of one row: reading one of them reads all. */
const MOST_STEPS = 64;
type KeptStep = Omit<StoredStep, 'simulation'>;

/**
 * The rows of a batch. What follows one another in a simulation shares a row: sealing, indexing and inserting cost a row about the same whatever its
 * length, and a client's answer always comes with the visits that it leads to.
 */
export function rowsOfSteps(steps: readonly StoredStep[], texts: RunTexts): StepTable[] {
  const rows: StepTable[] = [];
  for (let from = 0; from < steps.length; ) {
    let to = from + 1;
    while (to < steps.length && to - from < MOST_STEPS && follows(steps[to] as StoredStep, steps[to - 1] as StoredStep)) to++;
    rows.push(rowOf(steps.slice(from, to), texts));
    from = to;
  }
  return rows;
}

function follows(step: StoredStep, before: StoredStep): boolean {
  return step.simulation === before.simulation && step.n === before.n + 1;
}

function rowOf(steps: readonly StoredStep[], texts: RunTexts): StepTable {
  const { simulation, n, at } = steps.at(-1) as StoredStep;
  const kept = steps.map((step): KeptStep => ({ n: step.n, at: step.at, input: step.input, events: step.events }));
  const events = steps.flatMap((step) => step.events);
  // A row without events is never found by seq, only by number.
  return { simulation, n, at, input: '', events: texts.write(kept), seq_from: events[0]?.seq ?? 0, seq_to: events.at(-1)?.seq ?? 0 };
}

export function stepsOf(row: Selectable<StepTable>, texts: RunTexts): StoredStep[] {
  const { simulation, n, at, input } = row;
  if (input !== '') return [{ simulation, n, at, input: texts.read(input) as Input, events: eventsOf(row, texts) }];
  return (texts.read(row.events) as KeptStep[]).map((step) => ({ simulation, ...step }));
}

export function eventsOf(row: Pick<Selectable<StepTable>, 'input' | 'events'>, texts: RunTexts): EngineEvent[] {
  const read = texts.read(row.events);
  return row.input === '' ? (read as KeptStep[]).flatMap(({ events }) => events) : (read as EngineEvent[]);
}

const snapshots = new WeakMap<Realm, { hash: string; body: string }>();

/** The text of a realm copy and its name. Realms are never changed in place, so the work is done once for each. */
export function snapshotOf(realm: Realm): { hash: string; body: string } {
  const known = snapshots.get(realm);
  if (known) return known;
  const body = JSON.stringify(realm);
  const snapshot = { hash: createHash('sha256').update(body).digest('hex'), body };
  snapshots.set(realm, snapshot);
  return snapshot;
}
