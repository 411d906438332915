import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';

/** Another process has the data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/**
 * Takes the data folder for this process and returns what gives it back.
 *
 * The lock is the operating system's, held through an exclusive transaction on an empty SQLite file: it ends with the process however that
 * ends, so a SIGKILL leaves nothing to clean up and a reused process id cannot mislead anyone. The database itself stays readable by other
 * tools (a backup, for instance).
 * @throws FolderInUseError
 */
export function lockFolder(folder: string): () => void {
  const holder = join(folder, 'tandem.pid');
  const lock = new BetterSqlite(join(folder, 'tandem.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new FolderInUseError(
      `The data folder ${folder} is in use by another Tandem${processOf(holder)}. Stop that one, or set TANDEM_DATA to another folder.`,
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  return () => lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function processOf(file: string): string {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}
