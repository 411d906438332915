import { randomUUID } from 'node:crypto';
import type { ImportAnswer } from '@tandem/api';
import { type ConflictMode, type ImportPlan, type ParsedExport, planImport, type ResourceKind } from '@tandem/journey';
import type { Delete, Put, StoredRealm } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { knowledgeOf } from './find.ts';
import { replaceTypes, type TypeEffects } from './import-types.ts';
import { withTouches } from './touch.ts';

/** What is imported; a function of the realm as it is at the moment of the import. */
type Source = ParsedExport | ((current: StoredRealm) => ParsedExport);

export interface ImportOptions {
  conflict: ConflictMode;
  decide?: (kind: ResourceKind, key: string) => ConflictMode | undefined;
  dryRun: boolean;
  /** What the backup is made before, for people. */
  note?: string;
}

/** What an import did or would do, and the backup that it made: null when nothing was written. */
export interface Imported {
  plan: ImportPlan;
  /** Nodes of other journeys that changed with a custom node type of the files. */
  types: TypeEffects[];
  backup: string | null;
}

/**
 * Imports a parsed export in one transaction, with a backup of what was there, or says what it would do.
 * @throws ImportRefused, UnknownRealm; whatever `source` throws
 */
export async function applyImport(realms: RealmStore, realm: string, source: Source, options: ImportOptions): Promise<Imported> {
  const { conflict, decide, dryRun, note = 'An import' } = options;
  const planned = (current: StoredRealm) => {
    const parsed = typeof source === 'function' ? source(current) : source;
    const plan = planImport(current.realm, parsed, { conflict, ...(decide ? { decide } : {}) }, knowledgeOf(current));
    const names = parsed.journeys.map(({ name }) => name);
    return { plan, ...replaceTypes(current.realm, plan, names) };
  };
  const stored = realms.load(realm);
  if (dryRun && stored) {
    const { plan, types } = planned(stored);
    return { plan, types, backup: null };
  }
  const id = randomUUID();
  let done: ReturnType<typeof planned> | undefined;
  let before: StoredRealm | undefined;
  const after = await realms.apply(realm, (current) => {
    before = current;
    done = planned(current);
    const { plan } = done;
    const puts = [...plan.puts.map(({ kind, key, value }) => ({ kind, key, body: value }) as Put), ...done.puts];
    const deletes = plan.removed.map(({ kind, id: key }): Delete => ({ kind, key }));
    return { ...withTouches(current.realm, { puts, deletes }, knowledgeOf(current)), cause: 'import', backup: { id, note } };
  });
  if (done === undefined) throw new Error('An import was applied without a plan.');
  return { plan: done.plan, types: done.types, backup: after === before ? null : id };
}

/** @throws ImportRefused, UnknownRealm */
export async function importExport(
  realms: RealmStore,
  realm: string,
  parsed: ParsedExport,
  options: Pick<ImportOptions, 'conflict' | 'dryRun'>,
): Promise<ImportAnswer> {
  const { plan } = await applyImport(realms, realm, parsed, { ...options, ...(parsed.file === undefined ? {} : { note: parsed.file }) });
  const { created, replaced, unchanged, kept, removed, warnings } = plan;
  return { dryRun: options.dryRun, created, replaced, unchanged, kept, removed, warnings };
}
