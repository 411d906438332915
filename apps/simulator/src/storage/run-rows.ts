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

export function rowOfStep({ simulation, n, at, input, events }: StoredStep, texts: RunTexts): StepTable {
  return {
    simulation,
    n,
    at,
    // Together: sealing a text costs about as much as making it, however short it is.
    input: '',
    events: texts.write([input, events]),
    // A step without events is never found by seq, only by number.
    seq_from: events[0]?.seq ?? 0,
    seq_to: events.at(-1)?.seq ?? 0,
  };
}

export function stepOf(row: Selectable<StepTable>, texts: RunTexts): StoredStep {
  const { simulation, n, at } = row;
  const [input, events] =
    row.input === '' ? (texts.read(row.events) as [Input, EngineEvent[]]) : [texts.read(row.input) as Input, eventsOf(row, texts)];
  return { simulation, n, at, input, events };
}

export function eventsOf(row: Pick<Selectable<StepTable>, 'input' | 'events'>, texts: RunTexts): EngineEvent[] {
  const read = texts.read(row.events);
  return (row.input === '' ? (read as [Input, EngineEvent[]])[1] : read) as EngineEvent[];
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
