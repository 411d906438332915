import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';

/** Written with Kysely's schema builder alone, so that the same steps run on PostgreSQL. `bigint`: epoch milliseconds do not fit 32 bits there. */
const migrations: Record<string, Migration> = {
  '0001-start': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('realm')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('resource')
        .addColumn('realm', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('modified_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('resource_pk', ['realm', 'kind', 'key'])
        .execute();
      await db.schema
        .createTable('setting')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('simulation')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('realm', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('clock_mode', 'text', (column) => column.notNull())
        .addColumn('rate', 'integer', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('snapshot_hash', 'text')
        .execute();
      await db.schema
        .createTable('realm_snapshot')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('step')
        .addColumn('simulation', 'text', (column) => column.notNull())
        .addColumn('n', 'bigint', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('input', 'text', (column) => column.notNull())
        .addColumn('events', 'text', (column) => column.notNull())
        .addColumn('seq_from', 'bigint', (column) => column.notNull())
        .addColumn('seq_to', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('step_pk', ['simulation', 'n'])
        .execute();
      await db.schema.createIndex('step_seq').on('step').columns(['simulation', 'seq_to']).execute();
      await db.schema
        .createTable('checkpoint')
        .addColumn('simulation', 'text', (column) => column.notNull())
        .addColumn('n', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('checkpoint_pk', ['simulation', 'n'])
        .execute();
    },
  },
  '0002-history': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('journey_version')
        .addColumn('realm', 'text', (column) => column.notNull())
        .addColumn('journey', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('saved_at', 'text', (column) => column.notNull())
        .addColumn('name', 'text')
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('changes', 'text')
        .addColumn('body', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('journey_version_pk', ['realm', 'journey', 'version'])
        .execute();
      await db.schema
        .createTable('backup')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('realm', 'text', (column) => column.notNull())
        .addColumn('realm_version', 'bigint', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('backup_realm').on('backup').columns(['realm', 'realm_version']).execute();
    },
  },
  '0003-forks': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('simulation_realm')
        .addColumn('simulation', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('simulation_realm_pk', ['simulation', 'version'])
        .execute();
      await db.schema.createIndex('simulation_realm_hash').on('simulation_realm').column('hash').execute();
      await db.schema
        .createTable('base')
        .addColumn('simulation', 'text', (column) => column.primaryKey())
        .addColumn('n', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .execute();
    },
  },
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/** Brings the schema up to date. Throws when a step fails or when the folder was written by a newer Tandem. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(`The database cannot be brought up to date${failed ? ` (step ${failed})` : ''}: ${reason}`, { cause: error });
}
