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

/** Realm copies of a simulation whose realm changed on the way; one that runs the same from start to end has none. */
export interface SimulationRealmTable {
  simulation: string;
  /** As the state names it. */
  version: number;
  hash: string;
}

/** The state before the first step that is kept, of a simulation whose steps do not begin with the first. */
export interface BaseTable {
  simulation: string;
  /** Number of the last step in it. */
  n: number;
  state: string;
}

/** A journey as a change left it: its document with nodes and scripts. */
export interface JourneyVersionTable {
  realm: string;
  journey: string;
  /** That of the resource (`ResourceTable.version`). */
  version: number;
  saved_at: string;
  /** Given by a person; named versions are kept for good. */
  name: string | null;
  /** What kind of change made it: see `ChangeCause`. */
  cause: string;
  /** How much differs from the version before, as JSON; null for the first that was kept. */
  changes: string | null;
  /** Packed, see `packed.ts`. */
  body: string;
}

/** What an import may change of a realm, as it was at one moment. */
export interface BackupTable {
  id: string;
  realm: string;
  /** The realm's version that it holds. */
  realm_version: number;
  made_at: string;
  cause: string;
  /** What it was made before, for people: names of files. */
  note: string;
  /** Packed, see `packed.ts`. */
  body: string;
}

export interface Tables {
  realm: RealmTable;
  resource: ResourceTable;
  setting: SettingTable;
  simulation: SimulationTable;
  realm_snapshot: RealmSnapshotTable;
  step: StepTable;
  checkpoint: CheckpointTable;
  simulation_realm: SimulationRealmTable;
  base: BaseTable;
  journey_version: JourneyVersionTable;
  backup: BackupTable;
}
