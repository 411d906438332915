/** The tables, as Kysely sees them. JSON stands as text so that SQLite and PostgreSQL hold the same thing; times are ISO strings or epoch milliseconds. */

export interface RealmTable {
  name: string;
  /** Counts up with every change of any resource. */
  version: number;
  /** The realm's services. */
  body: string;
}

export interface ResourceTable {
  realm: string;
  kind: string;
  key: string;
  /** Counts up with every change of this resource; never reused within a realm, so a deleted and re-created one is not mistaken for the old. */
  version: number;
  body: string;
  modified_at: string;
}

export interface SettingTable {
  key: string;
  body: string;
}

export interface SimulationTable {
  id: string;
  realm: string;
  created_at: string;
  clock_mode: string;
  rate: number;
  body: string;
  snapshot_hash: string | null;
}

export interface RealmSnapshotTable {
  hash: string;
  body: string;
}

export interface StepTable {
  simulation: string;
  /** Number of the row's last step. */
  n: number;
  at: number;
  /** Of rows written before several steps shared one: the input of the only step, whose `events` are events alone. Else empty. */
  input: string;
  /** The steps: `[{ n, at, input, events }, ...]`. */
  events: string;
  seq_from: number;
  seq_to: number;
}

export interface CheckpointTable {
  simulation: string;
  n: number;
  state: string;
}

export interface Tables {
  realm: RealmTable;
  resource: ResourceTable;
  setting: SettingTable;
  simulation: SimulationTable;
  realm_snapshot: RealmSnapshotTable;
  step: StepTable;
  checkpoint: CheckpointTable;
}
