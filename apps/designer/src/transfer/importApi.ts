import { type ImportDecision, type ImportFiles, type ImportReview, importReviewSchema } from '@tandem/api';
import { realmPath, request } from '../app/index.ts';

/** A file as text: read once, sent for every look at what it would do. */
export interface ImportFile {
  name: string;
  text: string;
}

export async function readFiles(files: readonly File[]): Promise<ImportFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
}

/** Imports files as decided, or says what that would do. */
export function sendImport(
  realm: string,
  files: readonly ImportFile[],
  decisions: readonly ImportDecision[],
  dryRun: boolean,
): Promise<ImportReview> {
  const body: ImportFiles = { files: [...files], decisions: [...decisions], dryRun };
  return request(`${realmPath(realm)}/imports`, importReviewSchema, { method: 'POST', body });
}
