import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportRefused, type Issue, parseExport } from '@tandem/journey';
import { importExport } from './realms/import.ts';
import { IMPORT_LIMIT } from './realms/transfer-routes.ts';
import type { RealmStore } from './storage/realm-store.ts';

/** The file named at start cannot be opened; the message is for the terminal. */
export class OpenFileError extends Error {
  override readonly name = 'OpenFileError';
}

export interface OpenedFile {
  file: string;
  journeys: string[];
  /** Custom node types, when the file holds nothing but them. */
  nodeTypes: string[];
  /** One line each. */
  warnings: string[];
}

/**
 * Imports the file named at start.
 * @throws OpenFileError
 */
export async function openFile(realms: RealmStore, realm: string, path: string): Promise<OpenedFile> {
  const file = basename(path);
  try {
    const parsed = parseExport(read(path), file);
    const { warnings } = await importExport(realms, realm, parsed, { conflict: 'replace', dryRun: false });
    return { file, journeys: parsed.journeys.map(({ name }) => name), nodeTypes: Object.keys(parsed.nodeTypes), warnings: warnings.map(lineOf) };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new OpenFileError(`${path} cannot be opened:\n${error.issues.map((issue) => `  ${lineOf(issue)}`).join('\n')}`);
  }
}

function read(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > IMPORT_LIMIT) throw new OpenFileError(`${path} cannot be opened: it has ${size} bytes, more than the limit of ${IMPORT_LIMIT}.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof OpenFileError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new OpenFileError(
      missing ? `There is no file ${path}.` : `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** "file: journey "A", node n, field f: message Expected: e" */
function lineOf({ file, journey, node, field, message, expected }: Issue): string {
  const place = [journey && `journey "${journey}"`, node && `node ${node}`, field && `field ${field}`].filter(Boolean).join(', ');
  return [file, place, message].filter(Boolean).join(': ') + (expected ? ` Expected: ${expected}.` : '');
}
