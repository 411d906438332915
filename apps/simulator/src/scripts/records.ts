import type { ScriptRecord } from '@tandem/api';
import { own, usesOf } from '@tandem/journey';
import { knowledgeOf } from '../realms/find.ts';
import type { StoredRealm } from '../storage/realm-change.ts';
import { requirersOf } from './requirers.ts';

/** A script with its version and everything that uses it; undefined when there is none. */
export function recordOf(stored: StoredRealm, id: string): ScriptRecord | undefined {
  const script = own(stored.realm.scripts, id);
  const revision = stored.revision('scripts', id);
  if (!script || !revision) return undefined;
  const { scripts, nodeTypes } = requirersOf(stored.realm, script);
  return {
    script,
    ...revision,
    uses: usesOf(stored.realm, { script: id }, knowledgeOf(stored)),
    requiredBy: scripts.map(({ name }) => name),
    requiredByNodeTypes: nodeTypes.map(({ displayName }) => displayName),
  };
}

/** By name, as pickers list them. */
export function recordsOf(stored: StoredRealm): ScriptRecord[] {
  const records = Object.keys(stored.realm.scripts).flatMap((id) => recordOf(stored, id) ?? []);
  return records.sort((a, b) => a.script.name.localeCompare(b.script.name));
}
