import type { ScriptRecord } from '@tandem/api';
import { own, scriptBody, usesOf } from '@tandem/journey';
import { scriptFacts } from '@tandem/scripting/language';
import { knowledgeOf } from '../realms/find.ts';
import type { StoredRealm } from '../storage/realm-change.ts';

/** A script with its version and everything that uses it; undefined when there is none. */
export function recordOf(stored: StoredRealm, id: string): ScriptRecord | undefined {
  const script = own(stored.realm.scripts, id);
  const revision = stored.revision('scripts', id);
  if (!script || !revision) return undefined;
  return { script, ...revision, uses: usesOf(stored.realm, { script: id }, knowledgeOf(stored)), requiredBy: requirersOf(stored, id) };
}

/** By name, as pickers list them. */
export function recordsOf(stored: StoredRealm): ScriptRecord[] {
  const records = Object.keys(stored.realm.scripts).flatMap((id) => recordOf(stored, id) ?? []);
  return records.sort((a, b) => a.script.name.localeCompare(b.script.name));
}

/** Scripts that require a library, by name: that is how they know it. */
function requirersOf({ realm }: StoredRealm, id: string): string[] {
  const library = own(realm.scripts, id);
  if (library?.context !== 'LIBRARY') return [];
  return Object.values(realm.scripts)
    .filter((script) => {
      const source = scriptBody(script);
      return script._id !== id && source.includes('require') && scriptFacts(source).requires.some(({ name }) => name === library.name);
    })
    .map(({ name }) => name);
}
