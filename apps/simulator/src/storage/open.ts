import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHistory, type History } from './history.ts';
import { lockFolder } from './lock.ts';
import { openRealmStore, type RealmStore } from './realm-store.ts';
import { createRunStore } from './run-database.ts';
import type { RunStore } from './run-store.ts';
import { createSealer, readKey, type Sealer } from './sealer.ts';
import { createSettings, type Settings } from './settings.ts';
import { openSqlite } from './sqlite.ts';

export interface Storage {
  realms: RealmStore;
  runs: RunStore;
  /** Earlier versions of journeys, and backups. */
  history: History;
  settings: Settings;
  sealer: Sealer;
  /** Waits for writes under way, then lets the folder go. */
  close(): Promise<void>;
}

/**
 * Opens a data folder, makes it when it is missing.
 * @throws FolderInUseError when another process has it
 */
export async function openStorage(folder: string): Promise<Storage> {
  // Holds people's journeys, hashes and keys: nobody else's business on a shared machine.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const sealer = createSealer(readKey(folder));
    const database = await openSqlite(join(folder, 'tandem.db'));
    const realms = await openRealmStore(database);
    return {
      realms,
      runs: createRunStore(database, sealer),
      history: createHistory(database),
      settings: createSettings(database),
      sealer,
      async close() {
        await realms.settled();
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
