import type { ImportAnswer } from '@tandem/api';
import { type ConflictMode, type ImportPlan, type ParsedExport, planImport } from '@tandem/journey';
import type { Put, StoredRealm } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { knowledgeOf } from './find.ts';
import { withTouches } from './touch.ts';

export interface ImportOptions {
  conflict: ConflictMode;
  dryRun: boolean;
}

/**
 * Imports a parsed export in one transaction, or says what it would do.
 * @throws ImportRefused, UnknownRealm
 */
export async function importExport(
  realms: RealmStore,
  realm: string,
  parsed: ParsedExport,
  { conflict, dryRun }: ImportOptions,
): Promise<ImportAnswer> {
  let plan: ImportPlan | undefined;
  const planned = (current: StoredRealm): ImportPlan => {
    plan = planImport(current.realm, parsed, { conflict }, knowledgeOf(current));
    return plan;
  };
  const stored = realms.load(realm);
  if (dryRun && stored) {
    planned(stored);
  } else {
    await realms.apply(realm, (current) => {
      const puts = planned(current).puts.map(({ kind, key, value }) => ({ kind, key, body: value }) as Put);
      return withTouches(current.realm, { puts }, knowledgeOf(current));
    });
  }
  const { created = [], replaced = [], unchanged = [], kept = [], warnings = [] } = plan ?? {};
  return { dryRun, created, replaced, unchanged, kept, warnings };
}
