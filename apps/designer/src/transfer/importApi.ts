import { type ImportDecision, type ImportFiles, type ImportReview, importReviewSchema } from '@tandem/api';
import { realmPath, request } from '../app/index.ts';

/** A file as text: read once, sent for every look at what it would do. */
export interface ImportFile {
  name: string;
  text: string;
}

/** Files of one name (of two folders) are told apart by a number. */
export async function readFiles(files: readonly File[]): Promise<ImportFile[]> {
  const names = files.map(({ name }) => name);
  const numbered = names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} (${earlier + 1})`;
  });
  return Promise.all(files.map(async (file, index) => ({ name: numbered[index] ?? file.name, text: await file.text() })));
}

/** Imports files as decided, or says what that would do. */
export function sendImport(
  realm: string,
  files: readonly ImportFile[],
  decisions: readonly ImportDecision[],
  how: Pick<ImportFiles, 'dryRun' | 'basis'>,
): Promise<ImportReview> {
  const body: ImportFiles = { files: [...files], decisions: [...decisions], ...how };
  return request(`${realmPath(realm)}/imports`, importReviewSchema, { method: 'POST', body });
}
